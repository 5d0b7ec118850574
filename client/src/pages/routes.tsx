import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { withWords } from '../ui/lazy-part.ts';
import { BOARD_PAGE } from './board/board-code.ts';
import { PageBoundary } from './page-boundary.tsx';
import { Page, PageCode } from './page-code.tsx';
import type { RARE_PAGES } from './rare-pages.ts';

/** The code of a page comes by way of the list of those that few open. */
function rarePage(name: keyof typeof RARE_PAGES): PageCode {
  return new PageCode(withWords(async () => (await import('./rare-pages.ts')).RARE_PAGES[name]()));
}

const HOME = new PageCode(withWords(async () => (await import('./home/home-page.tsx')).HomePage));
const SETUP = rarePage('setup');
const SIGN_IN = new PageCode(withWords(async () => (await import('./sign-in/sign-in-page.tsx')).SignInPage));
const INVITATION = rarePage('invitation');
const JOIN = new PageCode(async () => (await import('./join/join-page.tsx')).JoinPage);
const PHONE = rarePage('phone');
const DISPLAY = rarePage('display');
const PLAN = rarePage('plan');
const RUN_SHEET = rarePage('runSheet');
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
        <Route path="/w/:workshopId/plan">
          <Page code={PLAN} props={NOTHING} />
        </Route>
        <Route path="/w/:workshopId/run-sheet">
          <Page code={RUN_SHEET} props={NOTHING} />
        </Route>
        <Route>
          <Page code={NOT_FOUND} props={NOTHING} />
        </Route>
      </Switch>
    </PageBoundary>
  );
}
