import type { Role, WorkshopState } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import { BoardBanner } from '../pages/board/board-banner.tsx';
import { SaveLine } from '../pages/board/save-line.tsx';
import { UnsavedPanel } from '../pages/board/unsaved-panel.tsx';
import type { SaveState, UnsavedText } from '../sync/session.ts';
import classes from './gallery.module.css';
import { LocalSession } from './local-session.ts';

interface Told {
  name: string;
  save?: SaveState;
  state?: WorkshopState;
  role?: Role;
  closesIn?: number;
  unsaved?: UnsavedText[];
}

const REFUSED: UnsavedText[] = [
  { id: 'u1', text: 'Sama asia kirjataan kolmesti', reason: 'locked', at: Date.UTC(2026, 4, 4, 9, 30) },
  { id: 'u2', text: 'Kuka omistaa jonon?', reason: 'deleted', at: Date.UTC(2026, 4, 4, 9, 31) },
];

const ALL: readonly Told[] = [
  { name: 'saved', save: { kind: 'saved' } },
  { name: 'saving', save: { kind: 'saving' } },
  { name: 'not saved yet', save: { kind: 'notSavedYet' } },
  { name: 'offline, nothing waits', save: { kind: 'offline', waiting: 0 } },
  { name: 'offline, work waits', save: { kind: 'offline', waiting: 12 } },
  { name: 'ended', save: { kind: 'ended', reason: 'removed' } },
  { name: 'refused', unsaved: REFUSED },
  { name: 'draft, facilitator', state: 'draft' },
  { name: 'draft, participant', state: 'draft', role: 'participant' },
  { name: 'observer', role: 'observer' },
  { name: 'closing', closesIn: 20_000 },
  { name: 'closed, facilitator', state: 'closed', unsaved: REFUSED },
  { name: 'closed, participant', state: 'closed', role: 'participant', unsaved: REFUSED },
];

/** What is said about the whole board, and the line in the bar, in each state. */
export function Banners(): ReactNode {
  return (
    <div className={classes.cards}>
      {ALL.map((told) => (
        <section key={told.name} className={classes.card} aria-label={told.name}>
          <h2>{told.name}</h2>
          <One told={told} />
        </section>
      ))}
    </div>
  );
}

function One({ told }: { told: Told }): ReactNode {
  const [session] = useState(() => sessionOf(told));
  return (
    <>
      <div className={classes.line}>
        <SaveLine session={session} />
      </div>
      <BoardBanner session={session} run={async () => true} onPanel={() => {}} />
      {told.unsaved && (
        <div className={classes.properties}>
          <UnsavedPanel session={session} onPutBack={() => {}} />
        </div>
      )}
    </>
  );
}

function sessionOf({ save, state, role, closesIn, unsaved }: Told): LocalSession {
  const session = new LocalSession();
  if (role) session.become('eero', role);
  session.setView({
    ...(state ? { state } : {}),
    ...(closesIn ? { closesAt: session.serverNow() + closesIn } : {}),
  });
  session.tellOf({ ...(save ? { save } : {}), ...(unsaved ? { unsaved } : {}) });
  return session;
}
