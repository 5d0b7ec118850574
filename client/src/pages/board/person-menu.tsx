import { ActionIcon, Menu } from '@mantine/core';
import { LIMITS, type PersonView } from '@talkoot/protocol';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useState } from 'react';
import type { BoardCanvasHandle } from '../../canvas/board-canvas.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useT } from '../../ui/i18n.tsx';
import { NameDialog } from '../../ui/name-dialog.tsx';
import { toast } from '../../ui/toasts.tsx';
import { TellDialog } from './console/tell-dialog.tsx';
import { DescribeDialog } from './describe-dialog.tsx';
import { FollowItems } from './follow-items.tsx';
import type { Me } from './people-panel.tsx';
import type { CommandRunner } from './use-command-runner.ts';

const ROLES_TO_GIVE = ['cofacilitator', 'roomHost', 'participant', 'observer'] as const;

export interface PersonMenuProps {
  person: PersonView;
  me: Me;
  run: CommandRunner;
  canvas: RefObject<BoardCanvasHandle | null>;
  /** The reader went to the person's view. */
  onChosen: () => void;
}

/** Ways to what a person sees; and for facilitators another name, another role, removal. */
export function PersonMenu({ person, me, run, canvas, onChosen }: PersonMenuProps): ReactNode {
  const t = useT();
  const [open, setOpen] = useState<'rename' | 'remove' | 'tell' | 'describe' | null>(null);
  const { id, name, role } = person;
  const isMe = id === me.id;
  const remove = async (): Promise<void> => {
    setOpen(null);
    if (await run({ type: 'remove', participantId: id })) toast(t('people.removed', { name }));
  };
  // Nobody takes the workshop from the person who created it, nor from themselves.
  const fixed = !me.facilitates || isMe || role === 'facilitator';
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon color="gray" aria-label={t('common.moreActions', { name })}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {isMe || !person.online ? null : <FollowItems id={id} canvas={canvas} onChosen={onChosen} />}
          {me.facilitates && !isMe && person.online ? <Menu.Divider /> : null}
          {me.facilitates && !isMe && (person.online || person.mode !== 'paper') ? (
            <Menu.Item onClick={() => setOpen('tell')}>{t('console.tell')}</Menu.Item>
          ) : null}
          {me.facilitates ? <Menu.Item onClick={() => setOpen('rename')}>{t('people.rename')}</Menu.Item> : null}
          {me.hosts || isMe ? <Menu.Item onClick={() => setOpen('describe')}>{t('people.describe')}</Menu.Item> : null}
          {fixed
            ? null
            : ROLES_TO_GIVE.filter((other) => other !== role).map((other) => (
                <Menu.Item key={other} onClick={() => void run({ type: 'setRole', participantId: id, role: other })}>
                  {t('people.makeRole', { role: t(`role.${other}`) })}
                </Menu.Item>
              ))}
          {fixed ? null : (
            <>
              <Menu.Divider />
              <Menu.Item color="red" onClick={() => setOpen('remove')}>
                {t('people.remove')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'describe' ? (
        <DescribeDialog run={run} person={person} hosts={me.hosts} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'tell' ? <TellDialog run={run} participantId={id} name={name} onClose={() => setOpen(null)} /> : null}
      <ConfirmDialog
        opened={open === 'remove'}
        title={t('people.removeTitle', { name })}
        text={t('people.removeText')}
        confirmLabel={t('people.removeConfirm')}
        danger
        onConfirm={() => void remove()}
        onCancel={() => setOpen(null)}
      />
      <NameDialog
        opened={open === 'rename'}
        title={t('people.renameTitle', { name })}
        label={t('people.newName')}
        missing={t('join.nameMissing')}
        maxLength={LIMITS.nameLength}
        name={name}
        onSave={(to) => run({ type: 'rename', participantId: person.id, name: to })}
        onClose={() => setOpen(null)}
      />
    </>
  );
}
