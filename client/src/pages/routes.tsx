import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { BOARD_PAGE } from './board/board-code.ts';
import { PageBoundary } from './page-boundary.tsx';
import { Page, PageCode } from './page-code.tsx';

const HOME = new PageCode(async () => (await import('./home/home-page.tsx')).HomePage);
const SETUP = new PageCode(async () => (await import('./setup/setup-page.tsx')).SetupPage);
const SIGN_IN = new PageCode(async () => (await import('./sign-in/sign-in-page.tsx')).SignInPage);
const INVITATION = new PageCode(async () => (await import('./invitation/invitation-page.tsx')).InvitationPage);
const JOIN = new PageCode(async () => (await import('./join/join-page.tsx')).JoinPage);
const NOT_FOUND = new PageCode(async () => (await import('./not-found/not-found-page.tsx')).NotFoundPage);

/** Pages learn what they need from the address. */
const NOTHING = {};

/** The addresses of the product; each page comes when it is first needed. */
export function AppRoutes(): ReactNode {
  return (
    <PageBoundary>
      <Routes>
        <Route path="/" element={<Page code={HOME} props={NOTHING} />} />
        <Route path="/setup" element={<Page code={SETUP} props={NOTHING} />} />
        <Route path="/sign-in" element={<Page code={SIGN_IN} props={NOTHING} />} />
        <Route path="/invitation/:token" element={<Page code={INVITATION} props={NOTHING} />} />
        <Route path="/join/:code?" element={<Page code={JOIN} props={NOTHING} />} />
        <Route path="/w/:workshopId" element={<Page code={BOARD_PAGE} props={NOTHING} />} />
        <Route path="*" element={<Page code={NOT_FOUND} props={NOTHING} />} />
      </Routes>
    </PageBoundary>
  );
}
