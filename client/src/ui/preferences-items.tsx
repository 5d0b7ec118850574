import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { LANGUAGE_CODES } from '@talkoot/i18n';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLanguage, useT } from './i18n.tsx';

const SCHEMES = [
  { value: 'light', Icon: IconSun },
  { value: 'dark', Icon: IconMoon },
  { value: 'auto', Icon: IconDeviceDesktop },
] as const satisfies { value: MantineColorScheme; Icon: typeof IconSun }[];

const ICON = 18;
const chosenMark = <IconCheck size={ICON} aria-hidden />;

/** Menu items for the language of the page: one for each, in its own words. */
export function LanguageItems(): ReactNode {
  const t = useT();
  const [language, setLanguage] = useLanguage();
  return (
    <>
      <Menu.Label>{t('language.choose')}</Menu.Label>
      {LANGUAGE_CODES.map((code) => (
        <Menu.Item
          key={code}
          lang={code}
          role="menuitemradio"
          aria-checked={code === language}
          rightSection={code === language ? chosenMark : null}
          onClick={() => setLanguage(code)}
        >
          {t(`language.${code}`)}
        </Menu.Item>
      ))}
    </>
  );
}

/** Menu items for light and dark. */
export function SchemeItems(): ReactNode {
  const t = useT();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t('scheme.choose')}</Menu.Label>
      {SCHEMES.map(({ value, Icon }) => (
        <Menu.Item
          key={value}
          role="menuitemradio"
          aria-checked={value === colorScheme}
          leftSection={<Icon size={ICON} aria-hidden />}
          rightSection={value === colorScheme ? chosenMark : null}
          onClick={() => setColorScheme(value)}
        >
          {t(`scheme.${value}`)}
        </Menu.Item>
      ))}
    </>
  );
}
