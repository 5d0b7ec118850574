import { Button, Container } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../ui/i18n.tsx';
import { MessageState } from '../ui/states.tsx';

/** Keeps a mistake in one page from leaving the window empty; another address starts afresh. */
export function PageBoundary({ children }: { children: ReactNode }): ReactNode {
  const [pathname] = useLocation();
  return <Catcher key={pathname}>{children}</Catcher>;
}

class Catcher extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}

function BrokenPage(): ReactNode {
  const t = useT();
  return (
    <Container component="main" size={480} py="xl">
      <MessageState title={t('error.crash.title')} text={t('error.crash.text')} role="alert">
        <Button onClick={() => window.location.reload()}>{t('common.retry')}</Button>
        <Button variant="default" component="a" href="/">
          {t('common.toHome')}
        </Button>
      </MessageState>
    </Container>
  );
}
