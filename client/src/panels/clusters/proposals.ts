import type { BoardElement, BoardModel } from '@talkoot/board';
import type { LanguageCode } from '@talkoot/i18n';
import { clusterOf, gather, looseOf } from '../../sync/clusters.ts';
import type { Editing } from '../../sync/actions.ts';
import { suggestClusters } from './suggest/suggest.ts';

/** A proposed cluster, as the person has it by now. */
export interface Proposal {
  key: number;
  name: string;
  ids: readonly string[];
  /** Words that its notes share. */
  shared: readonly string[];
}

/** Comparing more notes than this would be felt. */
const MOST = 1_000;

/** What may be put into clusters: several selected notes, else all of the step's frames, in no cluster so far. */
export function notesToSort(session: Editing, selected: ReadonlySet<string> = new Set()): BoardElement[] {
  const { model } = session;
  const chosen = freeNotes(model, selected);
  if (chosen.length > 1) return chosen;
  const frames = session.view().step?.frames ?? [];
  const within = frames.flatMap((frame) => model.descendantsOf(frame));
  return freeNotes(model, frames.length > 0 ? within : [...model.all()].map(({ id }) => id)).slice(0, MOST);
}

function freeNotes(model: BoardModel, ids: Iterable<string>): BoardElement[] {
  return looseOf(model, ids).filter(({ id, text, scope }) => isFree(model, id) && text.trim() && scope === 'board');
}

function isFree(model: BoardModel, id: string): boolean {
  return model.get(id) !== undefined && clusterOf(model, id) === null;
}

/** Proposals for these notes; each is called by the word that its notes share most. */
export function proposalsFor(notes: readonly BoardElement[], language: LanguageCode): Proposal[] {
  return suggestClusters(notes, language).map(({ ids, shared }, key) => {
    const [word = ''] = shared;
    return { key, ids, shared, name: word.slice(0, 1).toLocaleUpperCase() + word.slice(1) };
  });
}

/** The proposals without what is gone, or was put into a cluster by somebody meanwhile. */
export function stillOpen(model: BoardModel, proposals: readonly Proposal[]): Proposal[] {
  return proposals
    .map((proposal) => ({ ...proposal, ids: proposal.ids.filter((id) => isFree(model, id)) }))
    .filter(({ ids }) => ids.length > 0);
}

/** The proposals with a note in another one; null: in none. */
export function withNoteIn(proposals: readonly Proposal[], id: string, key: number | null): Proposal[] {
  return proposals.map((proposal) => {
    const others = proposal.ids.filter((one) => one !== id);
    return { ...proposal, ids: proposal.key === key ? [...others, id] : others };
  });
}

/** Makes clusters of proposals, in one step. */
export function accept(session: Editing, proposals: readonly Proposal[]): ReturnType<typeof gather> {
  return gather(
    session,
    stillOpen(session.model, proposals).map(({ ids, name }) => ({ ids, into: null, name: name.trim() })),
  );
}
