import {
  ActionIcon,
  Container,
  Group,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { LANGUAGE_CODES } from '@talkoot/i18n';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { Brand } from './brand.tsx';
import { useLanguage, useT } from './i18n.tsx';
import classes from './page-frame.module.css';
import { usePageTitle } from './page-title.ts';

/**
 * The frame of every page but the board: mark, language, appearance, and the content. After a change of page the
 * focus moves to the content, so that keyboard and screen reader start there.
 */
export function PageFrame(props: {
  title: string;
  /** Width of the content: a form, or a list. */
  size?: 'form' | 'list';
  actions?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const t = useT();
  const main = useFocusOnArrival();
  usePageTitle(props.title);
  return (
    <div className={classes.page}>
      <a href="#content" className={classes.skip}>
        {t('common.skipToContent')}
      </a>
      <header className={classes.header}>
        <Brand label={t('common.toHome')} />
        <Group gap="xs" wrap="nowrap">
          {props.actions}
          <LanguageSwitch />
          <SchemeSwitch />
        </Group>
      </header>
      <main id="content" ref={main} tabIndex={-1} className={classes.main}>
        <Container size={props.size === 'list' ? 1080 : 480} px="md">
          {props.children}
        </Container>
      </main>
    </div>
  );
}

/** Where this opening of the app began; it has moved once it was elsewhere. */
const OPENED_AT = window.location.pathname;
let moved = false;

/** Focus goes to the element when the path changes, not at the first opening of the app. */
export function useFocusOnArrival(): React.RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  const [pathname] = useLocation();
  useEffect(() => {
    moved ||= pathname !== OPENED_AT;
    // A field that asked for the focus itself keeps it.
    if (!moved || place.current?.contains(document.activeElement)) return;
    place.current?.focus();
  }, [pathname]);
  return place;
}

/** The three languages in sight: one press changes everything, and nobody needs to read a menu in the wrong one. */
function LanguageSwitch(): ReactNode {
  const t = useT();
  const [language, setLanguage] = useLanguage();
  return (
    <fieldset aria-label={t('language.choose')} className={classes.languages}>
      {LANGUAGE_CODES.map((code) => (
        <UnstyledButton
          key={code}
          lang={code}
          className={classes.language}
          aria-label={`${code.toUpperCase()}: ${t(`language.${code}`)}`}
          aria-pressed={code === language}
          onClick={() => setLanguage(code)}
        >
          {code.toUpperCase()}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}

function SchemeSwitch(): ReactNode {
  const t = useT();
  const { setColorScheme } = useMantineColorScheme();
  const next = useComputedColorScheme() === 'dark' ? 'light' : 'dark';
  return (
    <ActionIcon
      color="gray"
      size={42}
      className={classes.quiet ?? ''}
      aria-label={`${t('scheme.choose')}: ${t(`scheme.${next}`)}`}
      onClick={() => setColorScheme(next)}
    >
      {next === 'light' ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
    </ActionIcon>
  );
}
