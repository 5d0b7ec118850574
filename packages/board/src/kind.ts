import type { z } from 'zod/mini';
import type { Connecting } from './ends.ts';
import type { Box } from './geometry.ts';

/**
 * Who may write a field of an existing element. Read by `rights`; the engine only carries it.
 * - `author`: words and looks: by the rule for editing
 * - `move`: where it is: by the rule for moving
 * - `facilitator`: facilitators only
 * - `create`: fixed when the element is made
 * - `server`: the server alone
 */
export type WriteRule = 'author' | 'move' | 'facilitator' | 'create' | 'server';

/** One field of an element: how its value parses and who may write it. */
export interface FieldSpec {
  /** Parses the plain value. Rich text is no plain value: see {@link ElementKind.text}. */
  readonly schema: z.ZodMiniType;
  /**
   * A short cut past the schema, which would take most of the time of opening a board: true only for values that the
   * schema takes as they are; for others the schema is asked.
   */
  readonly fits?: (value: unknown) => boolean;
  readonly write: WriteRule;
  /** Without a value the element does not parse and may not be created. */
  readonly required?: boolean;
  /** The field holds a colour name that participation rules may limit. */
  readonly colour?: boolean;
  /** The field holds the hash of a blob, which needs a grant in this workshop. */
  readonly blob?: boolean;
}

/** Formats of words that the gate lets through; a kind names the ones it uses. */
export const TEXT_FORMATS = ['bold', 'italic', 'strike', 'list', 'link'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/**
 * How a kind gathers others. It is no part of the workshop's order as other containers are, and as it only says how
 * things are arranged, whoever may move it may also make one, name it and take it apart.
 */
export interface Gathering {
  /** Its box around the box of all that stands in it, on the board. */
  box(content: Box): Box;
}

/** A container that has its place in the workshop's order, as a frame has. */
export function isFrame(kind: KindModel | undefined): boolean {
  return kind?.container === true && !kind.gathers;
}

/**
 * What the engine, the gate and `rights` know of an element kind. The drawing and the words for the outline are
 * capabilities of the kind's folder in `packages/elements`.
 */
export interface KindModel {
  readonly kind: string;
  /** Fields besides the common ones of every element. */
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** Present when the element holds words, in the Y.Text named `text`. */
  readonly text?: { readonly formats: readonly TextFormat[]; readonly maxLength: number };
  /** It owns the elements placed in it. */
  readonly container?: boolean;
  /** A container that people make of what they sort: its box follows from what stands in it. */
  readonly gathers?: Gathering;
  /** It runs between two others, or free points; its box follows from where its ends are. */
  readonly connects?: Connecting;
  /** Participants may add it unless the participation rules say otherwise. */
  readonly participantsMayAdd: boolean;
}

/** The hashes of the blobs that an element's fields name. */
export function blobsOf(kind: KindModel | undefined, fields: Readonly<Record<string, unknown>>): string[] {
  const names = Object.entries(kind?.fields ?? {}).filter(([, { blob }]) => blob);
  return names.map(([name]) => fields[name]).filter((hash): hash is string => typeof hash === 'string');
}

/** Kinds by name, handed to engines by the apps. */
export type KindRegistry<K extends KindModel = KindModel> = ReadonlyMap<string, K>;

/** Builds a registry and refuses a name used twice. */
export function kindRegistry<K extends KindModel>(kinds: readonly K[]): KindRegistry<K> {
  const registry = new Map<string, K>();
  for (const kind of kinds) {
    if (registry.has(kind.kind)) throw new Error(`Element kind registered twice: ${kind.kind}`);
    registry.set(kind.kind, kind);
  }
  return registry;
}
