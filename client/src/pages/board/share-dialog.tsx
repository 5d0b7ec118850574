import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { isFacilitating, isHosting, type Role, type WorkshopState } from '@talkoot/protocol';
import { IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { CodeDisplay } from '../../ui/code-display.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useT } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toasts.tsx';
import classes from './board.module.css';
import { OpenButton } from './open-button.tsx';
import { QrCode } from './qr-code.tsx';
import { RoomScreens } from './room-screens.tsx';
import type { CommandRunner } from './use-command-runner.ts';

interface ShareProps {
  workshopId: string;
  joinCode: string | null;
  state: WorkshopState;
  role: Role;
  run: CommandRunner;
}

/** How people get in: the code in large letters, the QR, the link. Facilitators open, close and renew here. */
export function ShareDialog({
  opened,
  onClose,
  ...rest
}: ShareProps & { opened: boolean; onClose: () => void }): ReactNode {
  const t = useT();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('share.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ShareContent {...rest} />
    </Modal>
  );
}

/** Names under which a machine is known to nobody but itself. */
function onlyOnThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

function ShareContent({ workshopId, joinCode, state, role, run }: ShareProps): ReactNode {
  const t = useT();
  const facilitates = isFacilitating(role);
  const { origin, host, hostname } = window.location;
  return (
    <Stack gap="lg">
      {state === 'draft' && facilitates ? (
        <Alert>
          <Group justify="space-between" gap="sm">
            <Text flex="1 1 240px">{t('board.draftBanner')}</Text>
            <OpenButton run={run} />
          </Group>
        </Alert>
      ) : null}
      {/* From its facilitators only a rehearsal keeps a code: it has none. */}
      {joinCode === null ? (
        <Stack align="flex-start">
          <Text>{t(state === 'closed' ? 'share.closedText' : facilitates ? 'rehearsal.noCode' : 'share.noCode')}</Text>
          {state === 'closed' && facilitates ? <OpenButton run={run} /> : null}
        </Stack>
      ) : (
        <>
          {onlyOnThisMachine(hostname) ? <Alert color="yellow">{t('share.localOnly')}</Alert> : null}
          <JoinWays joinCode={joinCode} link={`${origin}/join/${joinCode}`} address={`${host}/join`} />
          {facilitates ? <RenewCode run={run} /> : null}
        </>
      )}
      {isHosting(role) ? <RoomScreens workshopId={workshopId} /> : null}
    </Stack>
  );
}

function JoinWays({ joinCode, link, address }: { joinCode: string; link: string; address: string }): ReactNode {
  const t = useT();
  return (
    <>
      <div className={classes.share}>
        <QrCode text={link} label={t('share.qr')} />
        <Stack gap="sm" className={classes.shareCode ?? ''}>
          <CodeDisplay code={joinCode} label={t('share.code')} />
          <Text>{t('share.codeHint', { address })}</Text>
          <div>
            <CopyButton value={joinCode} label={t('share.copyCode')} />
          </div>
        </Stack>
      </div>
      <Group align="flex-end" gap="sm">
        <TextInput
          flex="1 1 240px"
          label={t('share.link')}
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={link} label={t('share.copyLink')} />
      </Group>
    </>
  );
}

function RenewCode({ run }: { run: CommandRunner }): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const renew = async (): Promise<void> => {
    setAsking(false);
    if (await run({ type: 'renewCode' })) toast(t('share.renewed'));
  };
  return (
    <>
      <div>
        <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden />} onClick={() => setAsking(true)}>
          {t('share.renew')}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={t('share.renewTitle')}
        text={t('share.renewText')}
        confirmLabel={t('share.renewConfirm')}
        onConfirm={() => void renew()}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
