import { createElement, THREAD_FIELDS, threadsOf } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { DEFAULT_RULES, type PresenceState, type PresenceView } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import * as Y from 'yjs';
import type { CanvasController } from '../canvas/controller.ts';
import { SelectionBar } from '../panels/selection-bar.tsx';
import { bundle } from '../sync/bundles.ts';
import { oneOfEach } from './gallery-board.ts';
import { Board } from './gallery-canvas.tsx';
import classes from './gallery.module.css';
import { LocalSession, lockLocally } from './local-session.ts';

/** What all kinds look like when something goes on with them. */
interface State {
  name: string;
  prepare?(session: LocalSession, ids: string[]): void;
  act?(canvas: CanvasController, ids: string[]): void;
}

function eero(state: PresenceState): PresenceView {
  return { ...state, user: { id: 'eero', name: 'Eero', role: 'participant', color: '#9a3b6b' } };
}

function comment(session: LocalSession, ids: string[]): void {
  for (const id of ids) commentOn(session, id);
}

function commentOn(session: LocalSession, element: string): void {
  const doc = session.document('board') as Y.Doc;
  const thread = new Y.Map<unknown>();
  const comments = new Y.Map<unknown>();
  thread.set(THREAD_FIELDS.element, element);
  thread.set(THREAD_FIELDS.comments, comments);
  comments.set('c1', { author: 'eero', at: 1, words: 'Hyvä!', mentions: [] });
  threadsOf(doc).set(`about-${element}`, thread);
}

function withWords(ids: string[], { model }: Pick<LocalSession, 'model'>): string[] {
  return ids.filter((id) => model.kindOf(id)?.text);
}

const STATES: readonly State[] = [
  { name: 'default' },
  { name: 'selected', act: (canvas, [id = '']) => canvas.selection.set([id]) },
  { name: 'several selected', act: (canvas, ids) => canvas.selection.set(ids) },
  {
    name: 'a bundle, selected',
    prepare: (session, ids) => void bundle(session, ids),
    act: (canvas, ids) => canvas.selection.set(ids),
  },
  {
    name: 'inside a bundle',
    prepare: (session, ids) => void bundle(session, ids),
    act: (canvas, [id = '']) => canvas.selection.set([id]),
  },
  {
    name: 'locked',
    prepare: (session, ids) => lockLocally(session, ids, true),
    act: (canvas, [id = '']) => canvas.selection.set([id]),
  },
  { name: 'edited', act: (canvas, ids) => void canvas.edit(withWords(ids, canvas)[0] ?? '') },
  {
    name: 'selected by somebody else',
    prepare: (session, ids) => session.presence.setOthers([eero({ selection: ids, cursor: { x: 60, y: 60 } })]),
  },
  {
    name: 'written in by somebody else',
    prepare: (session, ids) => {
      const [editing = null] = withWords(ids, session);
      session.presence.setOthers([eero({ editing, caret: { anchor: null, head: null } })]);
    },
  },
  {
    name: 'dragged by somebody else',
    prepare: (session, ids) =>
      session.presence.setOthers([eero({ moving: { ids, dx: 14, dy: 20 }, selection: ids, cursor: { x: 60, y: 60 } })]),
  },
  { name: 'with comments', prepare: comment },
  {
    name: 'no rights (an observer)',
    prepare: (session) => session.become('liisa', 'observer'),
    act: (canvas, [id = '']) => canvas.selection.set([id]),
  },
  {
    name: 'most colours closed',
    prepare: (session) => {
      session.become('aino', 'participant');
      session.setView({ rules: { ...DEFAULT_RULES, colours: ['green'] } });
    },
    act: (canvas, [id = '']) => canvas.selection.set([id]),
  },
];

/** One of every kind, once for each state. */
export function States(): ReactNode {
  return (
    <div className={classes.cards}>
      {[...STATES, PRIVATE].map(({ name, prepare, act }) => (
        <section key={name} className={classes.card} aria-label={name}>
          <h2>{name}</h2>
          <Board
            fit
            bars={(canvas) => <SelectionBar canvas={canvas} actions={{}} />}
            session={() => sessionOf(name, prepare)}
            act={(canvas) => act?.(canvas, idsOf(canvas))}
          />
        </section>
      ))}
    </div>
  );
}

/** Notes of one's own document, which nobody else is sent. */
const PRIVATE: State = { name: 'private' };

function sessionOf(name: string, prepare: State['prepare']): LocalSession {
  const session = new LocalSession();
  const doc = name === PRIVATE.name ? new Y.Doc() : (session.document('board') as Y.Doc);
  for (const element of oneOfEach()) createElement(doc, element, ELEMENT_TYPES);
  if (name === PRIVATE.name) session.replace('mine', doc);
  prepare?.(
    session,
    [...session.model.all()].map(({ id }) => id),
  );
  return session;
}

function idsOf({ model }: CanvasController): string[] {
  return [...model.all()].map(({ id }) => id);
}
