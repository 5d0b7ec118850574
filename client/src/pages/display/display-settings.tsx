import { ActionIcon, Button, NativeSelect, Popover, Stack, useMantineColorScheme } from '@mantine/core';
import { LANGUAGE_CODES, type LanguageCode } from '@talkoot/i18n';
import { IconLanguage, IconMaximize } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { enterFullScreen } from '../../ui/full-screen.ts';
import { useT } from '../../ui/i18n.tsx';
import classes from './display.module.css';

interface DisplaySettingsProps {
  languages: readonly LanguageCode[];
  onLanguages(languages: LanguageCode[]): void;
}

/** The one thing to press on a room screen: its languages, light or dark, the whole screen. */
export function DisplaySettings({ languages, onLanguages }: DisplaySettingsProps): ReactNode {
  const t = useT();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [first = 'fi', second = ''] = languages;
  const named = LANGUAGE_CODES.map((code) => ({ value: code, label: t(`language.${code}`) }));
  const set = (one: string, other: string): void => {
    const both = [one, other].flatMap((value) => LANGUAGE_CODES.find((code) => code === value) ?? []);
    onLanguages([...new Set(both)]);
  };
  return (
    <Popover position="top-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={44}
          className={classes.settings ?? ''}
          aria-label={t('display.settings')}
          title={t('display.settings')}
        >
          <IconLanguage size={22} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('display.settings')}>
        <Stack gap="sm">
          <NativeSelect
            label={t('display.language')}
            data={named}
            value={first}
            onChange={(event) => set(event.currentTarget.value, second)}
          />
          <NativeSelect
            label={t('display.second')}
            data={[{ value: '', label: t('display.none') }, ...named.filter(({ value }) => value !== first)]}
            value={second}
            onChange={(event) => set(first, event.currentTarget.value)}
          />
          <NativeSelect
            label={t('scheme.choose')}
            data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`scheme.${value}`) }))}
            value={colorScheme}
            onChange={(event) => setColorScheme(event.currentTarget.value as typeof colorScheme)}
          />
          <Button variant="default" leftSection={<IconMaximize size={18} aria-hidden />} onClick={enterFullScreen}>
            {t('display.whole')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
