import { framesInOrder } from '@talkoot/board';
import { languagesInUse, type PlanWarning, planWarnings, type Timetable, timetable } from '@talkoot/facilitation';
import { type Agenda, LANGUAGES, type Language, type PeopleView, type WorkshopView } from '@talkoot/protocol';
import { useEffect, useMemo, useReducer } from 'react';
import type { CommandWithoutId } from '../../api/endpoints.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { useCalmVersion } from '../use-calm-version.ts';

/** Whose plan it is, and how it is changed. */
export interface PlanHost {
  session: BoardSession;
  workshop: WorkshopView;
  people: PeopleView;
  /** Gives a command and answers whether it was carried out; what went wrong has been told already. */
  give(command: CommandWithoutId): Promise<boolean>;
}

/** A plan as it is shown. */
export interface Plan extends PlanHost {
  agenda: Agenda;
  times: Timetable;
  warnings: readonly PlanWarning[];
  /** Frames of the board by id, in the order in which they are read. */
  frames: ReadonlyMap<string, string>;
  /** The workshop's language, then the others. */
  languages: readonly Language[];
  /** The step that runs. */
  running: string | null;
}

/** The plan of the workshop, drawn again whenever it or the frames change; null until the server has told it. */
export function usePlan(host: PlanHost): Plan | null {
  const t = useT();
  const { session, workshop, people } = host;
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => session.subscribe(draw), [session]);
  const version = useCalmVersion(session.model);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model changes inside; its version tells
  const frames = useMemo(
    () =>
      new Map(framesInOrder(session.model).map(({ frame }) => [frame.id, frame.text.trim() || t('outline.untitled')])),
    [session.model, version, t],
  );
  const agenda = session.console()?.agenda;
  const count = people.people.filter(({ role }) => role !== 'observer').length;
  if (!agenda) return null;
  const warnings = planWarnings(agenda, {
    hasFrame: (id) => frames.has(id),
    languages: languagesInUse(agenda, workshop.language),
    people: agenda.expectedPeople ?? count,
  });
  const languages = [workshop.language, ...LANGUAGES.filter((language) => language !== workshop.language)];
  const running = session.view().step?.id ?? null;
  return { ...host, agenda, warnings, frames, languages, running, times: timetable(agenda) };
}

/** The step before which something stands that comes after this one; null: last. */
export function after({ steps }: Agenda, id: string | null): string | null {
  if (id === null) return null;
  return steps[steps.findIndex((step) => step.id === id) + 1]?.id ?? null;
}
