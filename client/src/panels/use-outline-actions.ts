import { readingSiblings, type TextFormat } from '@talkoot/board';
import type { ElementType } from '@talkoot/elements';
import { lineType } from '../canvas/growing.ts';
import { addImages, pickFiles } from '../canvas/images.ts';
import { moveToFrame } from '../sync/actions-move.ts';
import { addElement, mayAdd } from '../sync/actions-add.ts';
import { type Arrangement, arrange } from '../sync/arrange.ts';
import { setControl } from '../sync/controls.ts';
import { connectAll } from '../sync/ends.ts';
import { toggleFormat } from '../sync/words-look.ts';
import { moveInReading, readingNeighbour } from '../sync/reading-moves.ts';
import { useAnnounce } from '../ui/live-region.tsx';
import type { OutlineHost } from './outline-host.ts';
import { countOf, frameName, shortWords, type WordsEnv } from './outline-words.ts';
import { type PageActions, selectionActions } from './selection-actions.ts';
import { useSessionVersion } from './use-rights.ts';
import type { OutlineFocus } from './use-outline-focus.ts';

export type OutlineActions = ReturnType<typeof useOutlineActions>;

interface Parts {
  host: OutlineHost;
  env: WordsEnv;
  focus: OutlineFocus;
  /** Makes sure that what stands in a frame is among the lines. */
  open(frame: string | null): void;
  page: PageActions;
}

/** What people do to elements in the outline; each is confirmed in a word to those who listen. */
export function useOutlineActions(parts: Parts) {
  const { host, focus, env } = parts;
  const announce = useAnnounce();
  useSessionVersion(host.session);
  /** A new line is read next; the focus comes to it, or to its words. */
  const showNew = (ids: readonly string[], frame: string | null): void => {
    parts.open(frame);
    const [id] = ids;
    if (id !== undefined && host.editing !== id) focus.to(id, { keep: true });
  };
  return {
    ...adding(parts, announce, showNew),
    ...changing(parts, announce),
    ...copying(parts, announce, showNew),
    /** What the selection may be asked to do, as beside the canvas. */
    common: () => selectionActions(host, [...host.selection.ids], parts.page),
    /** Runs one of the common actions by its label, as its key does. */
    run: (labelKey: string, values?: { words: string }): void => {
      const what = described(host, env);
      const action = selectionActions(host, [...host.selection.ids], parts.page).find(
        (one) => one.labelKey === labelKey && one.values?.words === values?.words,
      );
      if (!action) return;
      host.refused = false;
      action.run();
      if (host.refused || action.opens) return;
      if (action.removes) announce(env.t('outline.deleted', { words: what }));
      else announce(env.t('outline.did', { action: env.t(action.labelKey, action.values), words: what }));
    },
  };
}

type Announce = (words: string) => void;

/** What is selected, in a few words. */
function described({ model, selection }: OutlineHost, env: WordsEnv): string {
  const only = selection.only === null ? undefined : model.get(selection.only);
  return only ? shortWords(only, env) : countOf(model, selection.ids, env.t);
}

function adding(
  { host, env }: Parts,
  announce: Announce,
  showNew: (ids: readonly string[], frame: string | null) => void,
) {
  const { session } = host;
  // What is pointed at, drawn by hand or run between two others has other ways in.
  const types = [...host.types.values()].filter(
    ({ placing, connects, gathers, strokes }) => !strokes && !connects && !gathers && placing !== 'line',
  );
  const addable = types.filter((type) => mayAdd(session, type));
  const addFiles = (type: ElementType): void => {
    const { frame } = host;
    pickFiles((files) => {
      const { size } = type.defaults;
      void addImages(host, files, host.spotFor(size)).then(() => {
        if (host.refused || host.selection.ids.size === 0) return;
        announce(env.t('outline.added', { kind: env.t(type.nameKey) }));
        showNew([...host.selection.ids], frame);
      });
    });
  };
  const add = (type: ElementType): void => {
    if (type.placing === 'file') {
      addFiles(type);
      return;
    }
    const { size } = type.defaults;
    const frame = type.container ? null : host.frame;
    const at = type.container ? host.spotForArea(size) : host.spotFor(size);
    const result = addElement(session, { type, frame, at });
    if (!host.tell(result) || !result.allowed) return;
    announce(env.t('outline.added', { kind: env.t(type.nameKey) }));
    host.selection.set(result.ids);
    if (type.text) host.edit(result.ids[0] as string);
    showNew(result.ids, frame);
  };
  const first = addable.find(({ placing }) => placing === 'point');
  return { addable, add, addNote: () => first && add(first) };
}

function changing({ host, env, focus, open }: Parts, announce: Announce) {
  const { session, model } = host;
  const { t } = env;
  const ids = (): string[] => [...host.selection.ids];
  const moveTo = (frame: string | null): void => {
    const name = frame === null ? t('outline.onBoard') : frameName(model, frame, t);
    if (host.tell(moveToFrame(session, ids(), frame))) announce(t('outline.moved', { frame: name }));
    open(frame);
  };
  const format = (look: TextFormat, value: unknown, label: string): void => {
    if (host.tell(toggleFormat(session, ids(), look, value)))
      announce(t('outline.did', { action: label, words: described(host, env) }));
  };
  const order = (how: Arrangement): void => {
    if (host.tell(arrange(session, ids(), how)))
      announce(t('outline.did', { action: t(`canvas.arrange.${how}`), words: described(host, env) }));
  };
  const reorder = (way: -1 | 1): void => {
    const { only } = host.selection;
    if (only === null) return;
    if (!readingNeighbour(session, only, way)) announce(t('outline.end'));
    else if (host.tell(moveInReading(session, only, way))) {
      announce(t('outline.reordered', { at: positionOf(host, only, env) }));
      focus.to(only, { keep: true });
    }
  };
  const connect = (to: string): void => {
    const line = lineType(host);
    const target = model.get(to);
    if (!line || !target) return;
    const what = described(host, env);
    const done = ids()
      .filter((id) => id !== to)
      .every((id) => host.tell(connectAll(session, line, [id, to])));
    if (done) announce(t('outline.connected', { way: t('outline.way', { from: what, to: shortWords(target, env) }) }));
  };
  const setValue = (field: string, value: unknown, action: string): void => {
    if (host.tell(setControl(session, ids(), field, value)))
      announce(t('outline.did', { action, words: described(host, env) }));
  };
  const undo = (): void => {
    if (!session.undo.canUndo) return;
    session.undo.undo();
    announce(t('outline.undone'));
  };
  const redo = (): void => {
    if (!session.undo.canRedo) return;
    session.undo.redo();
    announce(t('outline.redone'));
  };
  return { moveTo, arrange: order, reorder, connect, setValue, format, undo, redo };
}

/** Where an element is read now, as "2 of 5". */
function positionOf({ model }: OutlineHost, id: string, { t }: WordsEnv): string {
  const siblings = readingSiblings(model, id);
  return t('outline.position', { index: siblings.findIndex((one) => one.id === id) + 1, count: siblings.length });
}

function copying(
  { host, env }: Parts,
  announce: Announce,
  showNew: (ids: readonly string[], frame: string | null) => void,
) {
  const copy = (): void => {
    if (!host.clipboard.copySelected()) return;
    announce(env.t('outline.copied', { what: countOf(host.model, host.selection.ids, env.t) }));
  };
  const paste = (): void => {
    const { frame } = host;
    host.refused = false;
    void host.clipboard.putHeld().then(() => {
      if (host.refused) return;
      announce(env.t('outline.pasted', { what: countOf(host.model, host.selection.ids, env.t) }));
      showNew([...host.selection.ids], frame);
    });
  };
  return { copy, paste, canPaste: host.clipboard.holds };
}
