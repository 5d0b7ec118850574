import '@fontsource/atkinson-hyperlegible/latin-400.css';
import '@fontsource/atkinson-hyperlegible/latin-400-italic.css';
import '@fontsource/atkinson-hyperlegible/latin-700.css';
import '@fontsource/atkinson-hyperlegible/latin-700-italic.css';
import '@fontsource/atkinson-hyperlegible/latin-ext-400.css';
import '@fontsource/atkinson-hyperlegible/latin-ext-400-italic.css';
import '@fontsource/atkinson-hyperlegible/latin-ext-700.css';
import '@fontsource/atkinson-hyperlegible/latin-ext-700-italic.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme.css';
import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { type ReactNode, Suspense } from 'react';
import { LanguageProvider } from './i18n.tsx';
import { LiveRegionProvider } from './live-region.tsx';
import { pageNonce } from './nonce.ts';
import { cssVariables, schemeManager, theme } from './theme.ts';
import { lazyPart } from './lazy-part.ts';

/** Nothing to say before something was done: the corner for it comes after the first picture. */
const Toasts = lazyPart(async () => (await import('./toast-corner.tsx')).ToastCorner);

/** Everything that pages stand on: words, look, questions to the server, toasts. */
export function Providers(props: { words: i18n; queryClient: QueryClient; children: ReactNode }): ReactNode {
  return (
    <LanguageProvider words={props.words}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={schemeManager}
        defaultColorScheme="auto"
        getStyleNonce={pageNonce}
      >
        <QueryClientProvider client={props.queryClient}>
          <LiveRegionProvider>
            {props.children}
            <Suspense fallback={null}>
              <Toasts />
            </Suspense>
          </LiveRegionProvider>
        </QueryClientProvider>
      </MantineProvider>
    </LanguageProvider>
  );
}
