import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { withWords } from '../ui/lazy-part.ts';
import { BOARD_PAGE } from './board/board-code.ts';
import { PageBoundary } from './page-boundary.tsx';
import { Page, PageCode } from './page-code.tsx';

const HOME = new PageCode(withWords(async () => (await import('./home/home-page.tsx')).HomePage));
const SETUP = new PageCode(withWords(async () => (await import('./setup/setup-page.tsx')).SetupPage));
const SIGN_IN = new PageCode(withWords(async () => (await import('./sign-in/sign-in-page.tsx')).SignInPage));
const INVITATION = new PageCode(
  withWords(async () => (await import('./invitation/invitation-page.tsx')).InvitationPage),
);
const JOIN = new PageCode(async () => (await import('./join/join-page.tsx')).JoinPage);
const PHONE = new PageCode(withWords(async () => (await import('./phone/phone-page.tsx')).PhonePage));
const DISPLAY = new PageCode(withWords(async () => (await import('./display/display-page.tsx')).DisplayPage));
const NOT_FOUND = new PageCode(withWords(async () => (await import('./not-found/not-found-page.tsx')).NotFoundPage));

/** Pages learn what they need from the address. */
const NOTHING = {};

/** The addresses of the product; each page comes when it is first needed. */
export function AppRoutes(): ReactNode {
  return (
    <PageBoundary>
      <Switch>
        <Route path="/">
          <Page code={HOME} props={NOTHING} />
        </Route>
        <Route path="/setup">
          <Page code={SETUP} props={NOTHING} />
        </Route>
        <Route path="/sign-in">
          <Page code={SIGN_IN} props={NOTHING} />
        </Route>
        <Route path="/invitation/:token">
          <Page code={INVITATION} props={NOTHING} />
        </Route>
        <Route path="/join/:code?">
          <Page code={JOIN} props={NOTHING} />
        </Route>
        <Route path="/w/:workshopId">
          <Page code={BOARD_PAGE} props={NOTHING} />
        </Route>
        <Route path="/phone/:workshopId">
          <Page code={PHONE} props={NOTHING} />
        </Route>
        <Route path="/display/:workshopId">
          <Page code={DISPLAY} props={NOTHING} />
        </Route>
        <Route>
          <Page code={NOT_FOUND} props={NOTHING} />
        </Route>
      </Switch>
    </PageBoundary>
  );
}
