import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { linkFrom } from '@talkoot/board';
import { IconExternalLink, IconLink, IconLinkOff } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { LinkedWords, WordsEditing } from '../canvas/editor/quill-editor.ts';
import { openLink } from '../canvas/open-link.ts';
import { useT } from '../ui/i18n.tsx';
import classes from './bars.module.css';
import { BarButton } from './toolbar.tsx';

interface LinkProps {
  writing: WordsEditing;
  /** The field for the address is open. */
  opened: boolean;
  ask(asks: boolean): void;
}

/** Makes a link of the selected words, or changes the one at the caret. */
export function LinkControl({ writing, opened, ask }: LinkProps): ReactNode {
  const t = useT();
  const close = (): void => {
    ask(false);
    writing.focus();
  };
  return (
    <Popover
      opened={opened}
      onChange={(next) => !next && close()}
      position="top"
      trapFocus
      withinPortal
      width={320}
      withRoles={false}
    >
      <Popover.Target>
        <span className={classes.target}>
          <BarButton
            label={t('words.link')}
            keys="Ctrl+K"
            pressed={writing.link().exists}
            expanded={opened}
            onClick={() => ask(!opened)}
          >
            <IconLink size={20} stroke={1.75} />
          </BarButton>
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('words.link')} data-canvas-overlay="">
        <LinkForm writing={writing} onDone={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

function LinkForm({ writing, onDone }: { writing: WordsEditing; onDone(): void }): ReactNode {
  const t = useT();
  const [link] = useState<LinkedWords>(() => writing.link());
  const [address, setAddress] = useState(link.address);
  const [wrong, setWrong] = useState(false);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (linkFrom(address) === null) setWrong(true);
    else {
      writing.setLink(address);
      onDone();
    }
  };
  const remove = (): void => {
    writing.setLink(null);
    onDone();
  };
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('words.address')}
          description={t('words.addressHelp')}
          placeholder="https://"
          inputMode="url"
          value={address}
          error={wrong ? t('words.noAddress') : null}
          data-autofocus
          maxLength={2_000}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <Group gap={4} wrap="nowrap">
          <Button type="submit">{t('words.setLink')}</Button>
          {link.exists && (
            <>
              <BarButton
                label={t('words.openLink', { words: shortened(link.address) })}
                onClick={() => openLink(link.address)}
              >
                <IconExternalLink size={20} stroke={1.75} />
              </BarButton>
              <BarButton label={t('words.removeLink')} onClick={remove}>
                <IconLinkOff size={20} stroke={1.75} />
              </BarButton>
            </>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function shortened(address: string): string {
  const plain = address.replace(/^(https?:\/\/|mailto:)/i, '');
  return plain.length > 30 ? `${plain.slice(0, 29).toWellFormed()}…` : plain;
}
