import type { AreaMessages } from '@talkoot/i18n';
import type { AgendaStep, Anonymity, Grouping, Phase, RoundRules, StepRights, Todo, Visits } from '@talkoot/protocol';
import type { Settings, ValuesOf } from './settings.ts';

/** Notes are written privately in such a step. */
export interface Writing {
  anonymity: Anonymity;
  most: number | null;
  /** They wait in the step's tray and not in frames. */
  tray: boolean;
  /** Nobody but their author ever opens them. */
  own: boolean;
  /** They come to the board when the step ends. */
  revealAtEnd: boolean;
  /** Each author's come as their turn to speak comes. */
  revealOnTurn: boolean;
}

/** People, or groups, speak in turn. */
export interface Turns {
  seconds: number;
  pass: boolean;
  groups: boolean;
  /** Who speaks: all, or about a topic that is somebody's, its owner alone or all others. */
  who?: 'all' | 'owner' | 'others';
  /** Whose turn it is writes, the others only read. */
  onlySpeakerWrites: boolean;
}

/** People work in groups. */
export interface Grouped {
  by: Grouping;
  size: number;
  visits: Visits;
  /** What the groups make stays theirs. */
  keepPrivate: boolean;
}

/** People at tables move on to the next: all but a host, each to others, or groups as they are. */
export interface Moves {
  hostStays: boolean;
  mix: boolean;
}

/** Part of a step with a clock of its own; what it does not name is as in the step. */
export interface Stage {
  /** `stage.<name>` says it in words. */
  name: 'alone' | 'pairs' | 'fours' | 'all' | 'round';
  seconds: number;
  todo: Todo;
  frames: readonly string[];
  rights: Omit<StepRights, 'frames' | 'who' | 'most'>;
  writing?: Writing;
  /** People work in groups from here on; with them come notes they wrote alone, or what their former groups made. */
  groups?: Grouped & { carries: 'notes' | 'work' | null; spread: boolean };
  moves?: Moves;
  /** The groups end; the note each chose comes into this frame. */
  raises?: { into: string | null };
}

/**
 * A type of step: what it lets people do, and what begins and ends with it. Pure data and functions of its settings;
 * the machine knows no type by name. One folder each, registered in `steps.ts`.
 */
export interface StepType<S extends Settings = Settings> {
  readonly type: string;
  /** The part of a workshop in which it usually stands. */
  readonly phase: Phase;
  /** How long it usually takes. */
  readonly minutes: number;
  readonly settings: S;
  /** What participants do in it, as far as a small screen must know. */
  readonly todo: Todo;
  /** What participants may do on the board, in the step's frames when it names some. */
  readonly rights: (settings: ValuesOf<S>) => Omit<StepRights, 'frames' | 'who' | 'most'>;
  /** How many notes each may have in its frames, in view of all; null without a limit. */
  readonly most?: (settings: ValuesOf<S>) => number | null;
  /** Its rights hold on the whole board, whatever frames it names. */
  readonly wholeBoard?: boolean;
  /** Everybody is brought to its frames when it begins. */
  readonly brings: boolean;
  readonly writing?: (settings: ValuesOf<S>) => Writing | null;
  readonly turns?: (settings: ValuesOf<S>) => Turns | null;
  /** A round that opens when it begins, and closes when it ends. */
  readonly round?: (settings: ValuesOf<S>) => Omit<RoundRules, 'question'> | null;
  /** The round asks about the step itself, not about elements. */
  readonly asksItself?: boolean;
  /** What was gathered in a cluster is judged as one. */
  readonly judgesClusters?: (settings: ValuesOf<S>) => boolean;
  readonly groups?: (settings: ValuesOf<S>) => Grouped | null;
  /** Its parts one after another, each with its own clock; null for a step that is one. */
  readonly stages?: (settings: ValuesOf<S>, step: Pick<AgendaStep, 'frames' | 'minutes'>) => readonly Stage[] | null;
  /** It is there to reveal what was written before. */
  readonly reveals?: boolean;
  /** Everybody sees how many notes wait in which frame before the words are shown. */
  readonly showsCounts?: (settings: ValuesOf<S>) => boolean;
  /** It is a pause: the run sheet and the warning for long sittings look for it. */
  readonly rests?: boolean;
  /** The board is kept as a version when it ends. */
  readonly keepsVersion?: boolean;
  readonly messages: AreaMessages<string>;
}

/** Gives a type its settings' types; in the registry it is one of many. */
export function stepType<const S extends Settings>(type: StepType<S>): StepType {
  return type as unknown as StepType;
}

/** Rights by name, as the table of step types speaks of them. */
export const RIGHTS = {
  /** Read, and nothing else. */
  read: { create: false, edit: 'none', move: 'none', delete: 'none', kinds: null },
  /** Own notes in view of all. */
  own: { create: true, edit: 'own', move: 'own', delete: 'own', kinds: null },
  /** Own notes, and everybody's may be moved. */
  arrange: { create: true, edit: 'own', move: 'all', delete: 'own', kinds: null },
  /** Everything is everybody's. */
  all: { create: true, edit: 'all', move: 'all', delete: 'all', kinds: null },
} as const satisfies Record<string, Omit<StepRights, 'frames' | 'who' | 'most'>>;
