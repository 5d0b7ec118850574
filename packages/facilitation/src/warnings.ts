import { type Agenda, type AgendaStep, LANGUAGES, type Language } from '@talkoot/protocol';
import { courseOf } from './agenda.ts';
import { groupSizes } from './grouping.ts';
import { lengthOf, stagesOf } from './stages.ts';
import { settingsOf, typeOf } from './steps.ts';
import { timetable } from './timetable.ts';

/** After so many minutes without a break people on screens tire, and people in a room. */
const BREAK_AFTER = { screen: 60, room: 90 } as const;
const USUAL_GROUP = 4;
const SECONDS = 60;

/** A rule of thumb that a plan breaks; `warning.<type>` says it in words. None keeps a plan from being run. */
export type PlanWarning =
  | { type: 'overBooked'; minutes: number }
  /** By the end of this step so many minutes have gone by without a break. */
  | { type: 'noBreakScreen' | 'noBreakRoom'; stepId: string; minutes: number }
  /** If everybody takes their turn it takes so many minutes. */
  | { type: 'turnsLonger'; stepId: string; minutes: number }
  /** Its stages take so many minutes together. */
  | { type: 'stagesLonger'; stepId: string; minutes: number }
  | { type: 'frameMissing'; stepId: string; count: number }
  | { type: 'framesNeeded'; stepId: string }
  | { type: 'titleMissing'; stepId: string; language: Language };

/** What a plan is looked at with. */
export interface PlanContext {
  hasFrame(id: string): boolean;
  /** Languages that people read in this workshop. */
  languages: readonly Language[];
  /** How many are expected; with fewer than two nothing is said about turns. */
  people: number;
}

/** What a facilitator may have overlooked, in the order of the steps. Steps that are left out need nothing. */
export function planWarnings(agenda: Agenda, context: PlanContext): PlanWarning[] {
  const steps = courseOf(agenda);
  const warnings: PlanWarning[] = steps.flatMap((step, at) => [
    ...titlesMissing(step, context),
    ...framesWrong(step, context),
    ...turnsTooLong(step, steps.slice(0, at), context),
    ...stagesTooLong(step),
  ]);
  const over = timetable(agenda).minutes - (agenda.bookedMinutes ?? Number.POSITIVE_INFINITY);
  return [...(over > 0 ? [{ type: 'overBooked', minutes: over } as const] : []), ...longSittings(steps), ...warnings];
}

/** The languages in which a plan has titles, and the workshop's own. */
export function languagesInUse(agenda: Agenda, own: Language): Language[] {
  const written = (language: Language): boolean => agenda.steps.some(({ title }) => title[language].trim() !== '');
  return [own, ...LANGUAGES.filter((language) => language !== own && written(language))];
}

function titlesMissing({ id, title }: AgendaStep, { languages }: PlanContext): PlanWarning[] {
  return languages
    .filter((language) => title[language].trim() === '')
    .map((language) => ({ type: 'titleMissing', stepId: id, language }));
}

function framesWrong(step: AgendaStep, { hasFrame }: PlanContext): PlanWarning[] {
  const missing = step.frames.filter((frame) => !hasFrame(frame)).length;
  if (missing > 0) return [{ type: 'frameMissing', stepId: step.id, count: missing }];
  return step.frames.length === 0 && needsFrames(step) ? [{ type: 'framesNeeded', stepId: step.id }] : [];
}

/** People write into frames, or answer about what stands in them. */
function needsFrames(step: AgendaStep): boolean {
  const type = typeOf(step);
  if (!type) return false;
  const settings = settingsOf(step);
  if (stagesOf(step).length > 0) return false;
  const writing = type.writing?.(settings);
  if (writing) return !writing.tray;
  return type.todo === 'write' || (type.round?.(settings) != null && !type.asksItself);
}

function turnsTooLong(step: AgendaStep, before: readonly AgendaStep[], { people }: PlanContext): PlanWarning[] {
  const turns = typeOf(step)?.turns?.(settingsOf(step));
  if (!turns || people < 2) return [];
  const count = turns.groups ? groupSizes(people, groupSizeIn(before)).length : people;
  const minutes = Math.ceil((count * turns.seconds) / SECONDS);
  return minutes > step.minutes ? [{ type: 'turnsLonger', stepId: step.id, minutes }] : [];
}

function stagesTooLong(step: AgendaStep): PlanWarning[] {
  const minutes = Math.ceil(lengthOf(stagesOf(step)) / (SECONDS * 1_000));
  return minutes > step.minutes ? [{ type: 'stagesLonger', stepId: step.id, minutes }] : [];
}

/** How large the groups are that were made last. */
function groupSizeIn(steps: readonly AgendaStep[]): number {
  const sizes = steps.map((step) => {
    const inStages = stagesOf(step).findLast(({ groups }) => groups)?.groups;
    return (inStages ?? typeOf(step)?.groups?.(settingsOf(step)))?.size ?? null;
  });
  return sizes.findLast((size) => size !== null) ?? USUAL_GROUP;
}

/** For each stretch between breaks that is too long: the step in which it becomes so, and how long the stretch is. */
function longSittings(steps: readonly AgendaStep[]): PlanWarning[] {
  const warnings: PlanWarning[] = [];
  let sitting = 0;
  let tired: string | null = null;
  const end = (): void => {
    if (tired !== null) {
      const type = sitting > BREAK_AFTER.room ? 'noBreakRoom' : 'noBreakScreen';
      warnings.push({ type, stepId: tired, minutes: sitting });
    }
    sitting = 0;
    tired = null;
  };
  for (const step of steps) {
    if (typeOf(step)?.rests) {
      end();
      continue;
    }
    sitting += step.minutes;
    if (sitting > BREAK_AFTER.screen) tired ??= step.id;
  }
  end();
  return warnings;
}
