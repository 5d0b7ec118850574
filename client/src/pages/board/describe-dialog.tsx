import { Modal, Radio, Stack, TextInput } from '@mantine/core';
import { LIMITS, type PersonMode, type PersonView } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import { FormShell, useForm } from '../../ui/form.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { useT } from '../../ui/i18n.tsx';
import type { CommandRunner } from './use-command-runner.ts';

const UNSAID = 'unsaid';

/** From where somebody takes part, and whom they stand for: turns and groups are mixed by it. */
export function DescribeDialog(props: {
  person: PersonView;
  run: CommandRunner;
  /** May also say that somebody has no device. */
  hosts: boolean;
  onClose: () => void;
}): ReactNode {
  const t = useT();
  const { person, run, hosts, onClose } = props;
  const [mode, setMode] = useState<PersonMode | null>(person.mode);
  const [tag, setTag] = useState(person.tag);
  const modes: PersonMode[] = hosts ? ['room', 'remote', 'paper'] : ['room', 'remote'];
  const form = useForm<'tag'>({
    check: () => ({}),
    send: async () => {
      if (await run({ type: 'describe', participantId: person.id, mode, tag: tag.trim() })) onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('people.describeTitle', { name: person.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <FormShell submit={form.submit} problem={form.problem}>
        <Radio.Group
          label={t('people.modeLabel')}
          description={t('people.modeHelp')}
          styles={{ description: { fontSize: 14, lineHeight: 1.45 } }}
          value={mode ?? UNSAID}
          onChange={(value) => setMode(value === UNSAID ? null : (value as PersonMode))}
        >
          <Stack gap="xs" mt="xs">
            {modes.map((one) => (
              <Radio key={one} value={one} label={t(`people.mode.${one}`)} />
            ))}
            <Radio value={UNSAID} label={t('people.modeUnsaid')} />
          </Stack>
        </Radio.Group>
        <TextInput
          name="tag"
          label={t('people.tag')}
          description={t('people.tagHelp')}
          maxLength={LIMITS.tagLength}
          value={tag}
          onChange={(event) => setTag(event.currentTarget.value)}
        />
        <FormEnd send={t('people.describeSave')} busy={form.busy} onClose={onClose} />
      </FormShell>
    </Modal>
  );
}
