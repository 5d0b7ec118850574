/**
 * Settings of steps as data: from one list the machine reads and checks them, and the planning page draws its fields.
 */
export type Setting =
  | { type: 'count'; default: number; least: number; most: number; unit: Unit }
  /** A number, or none. */
  | { type: 'limit'; default: number | null; least: number; most: number; unit: Unit }
  | { type: 'toggle'; default: boolean }
  | { type: 'choice'; default: string; of: readonly string[] }
  | { type: 'words'; default: string; most: number };

/** What a number counts: the planning page names it with plural rules. */
export type Unit = 'seconds' | 'minutes' | 'notes' | 'votes' | 'people' | 'rounds' | 'answers' | 'clusters';

export type Settings = Readonly<Record<string, Setting>>;

/** The values that a list of settings reads to. */
export type ValuesOf<S extends Settings> = {
  readonly [Name in keyof S]: S[Name] extends { type: 'count' }
    ? number
    : S[Name] extends { type: 'limit' }
      ? number | null
      : S[Name] extends { type: 'toggle' }
        ? boolean
        : S[Name] extends { type: 'choice'; of: readonly (infer Choice)[] }
          ? Choice
          : string;
};

export const count = (least: number, most: number, byDefault: number, unit: Unit) =>
  ({ type: 'count', default: byDefault, least, most, unit }) as const;
export const limit = (least: number, most: number, unit: Unit, byDefault: number | null = null) =>
  ({ type: 'limit', default: byDefault, least, most, unit }) as const;
export const toggle = (byDefault: boolean) => ({ type: 'toggle', default: byDefault }) as const;
export const choice = <const Choice extends string>(first: Choice, ...others: Choice[]) =>
  ({ type: 'choice', default: first, of: [first, ...others] }) as const;
export const words = (most: number, byDefault = '') => ({ type: 'words', default: byDefault, most }) as const;

/** What is wrong with a setting, for the person who writes it: `setting.wrong.<why>` says it in words. */
export interface Mistake {
  setting: string;
  why: 'unknown' | 'number' | 'range' | 'choice' | 'words' | 'toggle';
  least?: number;
  most?: number;
}

/** What is wrong with these values; empty when they can be read. Missing ones have their default. */
export function mistakesIn(settings: Settings, values: Readonly<Record<string, unknown>>): Mistake[] {
  const mistakes: Mistake[] = [];
  for (const [name, value] of Object.entries(values)) {
    const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
    const wrong = setting ? mistakeIn(setting, value) : { why: 'unknown' as const };
    if (wrong) mistakes.push({ setting: name, ...wrong });
  }
  return mistakes;
}

function mistakeIn(setting: Setting, value: unknown): Omit<Mistake, 'setting'> | null {
  switch (setting.type) {
    case 'toggle':
      return typeof value === 'boolean' ? null : { why: 'toggle' };
    case 'choice':
      return setting.of.includes(value as string) ? null : { why: 'choice' };
    case 'words':
      return typeof value === 'string' && value.length <= setting.most ? null : { why: 'words', most: setting.most };
    case 'limit':
      if (value === null) return null;
      return numberMistake(setting, value);
    case 'count':
      return numberMistake(setting, value);
  }
}

function numberMistake(
  { least, most }: { least: number; most: number },
  value: unknown,
): Omit<Mistake, 'setting'> | null {
  if (!Number.isInteger(value)) return { why: 'number' };
  return (value as number) >= least && (value as number) <= most ? null : { why: 'range', least, most };
}

/** The values of a step's settings, each its default where it is missing or cannot be read. */
export function readSettings<S extends Settings>(settings: S, values: Readonly<Record<string, unknown>>): ValuesOf<S> {
  const read = Object.entries(settings).map(([name, setting]) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return [name, value === undefined || mistakeIn(setting, value) ? setting.default : value];
  });
  return Object.fromEntries(read) as ValuesOf<S>;
}
