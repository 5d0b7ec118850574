import { Button, Group } from '@mantine/core';
import { createElement } from '@talkoot/board';
import { ELEMENT_TYPES, type ElementType } from '@talkoot/elements';
import { DEFAULT_RULES, type Role, type WorkshopView } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import type * as Y from 'yjs';
import { ExportDialog } from '../pages/board/export/export-dialog.tsx';
import { ShareDialog } from '../pages/board/share-dialog.tsx';
import { ContextMenu } from '../panels/context-menu.tsx';
import { PenBar } from '../panels/pen-bar.tsx';
import { Properties } from '../panels/properties/properties.tsx';
import { SelectionBar } from '../panels/selection-bar.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { boardOf, oneOf, oneOfEach } from './gallery-board.ts';
import { Board, nameOf } from './gallery-canvas.tsx';
import classes from './gallery.module.css';
import { LocalSession, lockLocally } from './local-session.ts';

const TYPES = [...ELEMENT_TYPES.values()];
const ROLES: readonly Role[] = ['facilitator', 'participant', 'observer'];

/** Bars, menus and dialogs, each in its states. */
export function Controls(): ReactNode {
  return (
    <div className={classes.cards}>
      <Dialogs />
      {TYPES.map((type) => (
        <SelectionOf key={type.kind} type={type} />
      ))}
      <Card name="several kinds selected">
        <Board
          fit
          session={() => sessionWith(oneOfEach())}
          act={(canvas) => canvas.selectAll()}
          bars={(canvas) => <SelectionBar canvas={canvas} actions={{ onLock: () => {}, onProperties: () => {} }} />}
        />
      </Card>
      {TYPES.filter(({ strokes }) => strokes).map((type) => (
        <Card key={type.kind} name={`pens of ${type.kind}`}>
          <Board
            session={() => new LocalSession()}
            act={(canvas) => canvas.takePen(type, 0)}
            bars={(canvas) => <PenBar canvas={canvas} />}
          />
        </Card>
      ))}
      {ROLES.map((role) => (
        <Card key={role} name={`all bars, ${role}`}>
          <Board bars session={() => sessionAs(role)} />
        </Card>
      ))}
      <Card name="menu of an element">
        <Board
          className={classes.tall ?? ''}
          session={() => sessionWith(oneOfEach())}
          act={(canvas) => {
            canvas.selection.set(['one-shape']);
            canvas.openMenu({ x: 40, y: 20 });
          }}
          bars={(canvas) => <ContextMenu canvas={canvas} actions={{ onLock: () => {}, onProperties: () => {} }} />}
        />
      </Card>
    </div>
  );
}

function Card({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <section className={classes.card} aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

function sessionWith(elements: ReturnType<typeof oneOfEach>): LocalSession {
  const session = new LocalSession();
  for (const element of elements) createElement(session.document('board') as Y.Doc, element, ELEMENT_TYPES);
  return session;
}

function sessionAs(role: Role): LocalSession {
  const session = new LocalSession();
  session.become('eero', role);
  return session;
}

/** The bar and the properties of one kind: for a facilitator, and for somebody who may only move it. */
function SelectionOf({ type }: { type: ElementType }): ReactNode {
  return (['aino', 'eero'] as const).map((who) => {
    const name = `${type.kind}, ${who === 'aino' ? 'own' : 'somebody else’s'}`;
    const made = (): LocalSession => {
      const session = sessionWith([oneOf(type)]);
      session.setView({ rules: DEFAULT_RULES });
      if (who === 'eero') session.become('eero', 'participant');
      return session;
    };
    return (
      <Card key={who} name={name}>
        <Board
          fit
          session={made}
          act={(canvas) => canvas.selectAll()}
          bars={(canvas) => (
            <SelectionBar
              canvas={canvas}
              actions={{
                onLock: (ids, locked) => lockLocally(canvas.session as LocalSession, ids, locked),
                onComment: () => {},
                onProperties: () => {},
              }}
            />
          )}
        />
        <PropertiesOf session={made} />
      </Card>
    );
  });
}

function PropertiesOf({ session: made }: { session: () => LocalSession }): ReactNode {
  const [session] = useState(made);
  const ids = [...session.model.all()].map(({ id }) => id);
  const host = {
    session,
    model: session.model,
    types: ELEMENT_TYPES,
    typeOf: (id: string) => ELEMENT_TYPES.get(session.model.get(id)?.kind ?? ''),
    tell: ({ allowed }: { allowed: boolean }) => allowed,
    edit: () => false,
    editing: null,
    selection: { ids: new Set(ids), only: ids[0] ?? null, set: () => {} },
  };
  return (
    <div className={classes.properties}>
      <Properties host={host} ids={ids} nameOf={nameOf} />
    </div>
  );
}

const DIALOGS = ['export', 'share', 'confirm'] as const;

const WORKSHOP: WorkshopView = {
  id: 'local-gallery',
  title: 'Kevään opit',
  language: 'fi',
  state: 'open',
  joinCode: 'ABCD-2345',
  rules: DEFAULT_RULES,
  createdAt: 0,
  updatedAt: 0,
  deletedAt: null,
  participant: null,
};

/** A role in the workshop, which the linter would take for one of ARIA. */
const AS_FACILITATOR = { role: 'facilitator' } as const;

function Dialogs(): ReactNode {
  const [open, setOpen] = useState<(typeof DIALOGS)[number] | null>(null);
  const [session] = useState(() => boardOf('workshop'));
  const close = (): void => setOpen(null);
  const run = async (): Promise<boolean> => true;
  return (
    <Card name="dialogs">
      <Group p="sm">
        {DIALOGS.map((name) => (
          <Button key={name} variant="default" onClick={() => setOpen(name)}>
            {name}
          </Button>
        ))}
      </Group>
      {open === 'export' && (
        <ExportDialog
          session={session}
          workshop={WORKSHOP}
          nameOf={nameOf}
          selected={[]}
          ofSelection={false}
          onClose={close}
        />
      )}
      {open === 'share' && (
        <ShareDialog
          workshopId="gallery"
          opened
          onClose={close}
          joinCode={WORKSHOP.joinCode}
          state="open"
          run={run}
          {...AS_FACILITATOR}
        />
      )}
      <ConfirmDialog
        opened={open === 'confirm'}
        title="Poistetaanko työpaja?"
        text="Sen voi palauttaa 30 päivän ajan."
        confirmLabel="Poista"
        danger
        onConfirm={close}
        onCancel={close}
      />
    </Card>
  );
}
