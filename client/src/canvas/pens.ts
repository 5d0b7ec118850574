import { fieldOf } from '@talkoot/board';
import type { ElementType, Pen } from '@talkoot/elements';
import { keep, readKeptJson } from '../ui/preferences.ts';

const KEY = 'talkoot.pens';

type Fields = Readonly<Record<string, unknown>>;

/** The pens of every kind that is drawn by hand: which was taken up last, and with what it draws. Kept on this device. */
export class Pens {
  readonly #taken = new Map<string, number>();
  #chosen: Record<string, unknown> = kept();

  /** Takes up a pen of a kind by its position; one that is not there is the first. */
  take(type: ElementType, at: number): void {
    this.#taken.set(type.kind, type.strokes?.pens[at] ? at : 0);
  }

  /** The position of the pen that was taken up last. */
  at(type: ElementType): number {
    return this.#taken.get(type.kind) ?? 0;
  }

  /** What the next line gets: as the person chose for this pen, else as it comes. */
  fieldsOf(type: ElementType): Fields {
    const pen = type.strokes?.pens[this.at(type)];
    if (!pen) return {};
    const chosen = Object.entries(this.#choices(type, pen)).filter(
      ([field, value]) => field in pen.fields && fieldOf(type, field)?.schema.safeParse(value).success,
    );
    return { ...pen.fields, ...Object.fromEntries(chosen) };
  }

  /** The pen in hand draws like this from now on. */
  choose(type: ElementType, field: string, value: unknown): void {
    const pen = type.strokes?.pens[this.at(type)];
    if (!pen) return;
    this.#chosen = { ...this.#chosen, [nameOf(type, pen)]: { ...this.#choices(type, pen), [field]: value } };
    keep(KEY, JSON.stringify(this.#chosen));
  }

  #choices(type: ElementType, pen: Pen): Fields {
    const choices = this.#chosen[nameOf(type, pen)];
    return typeof choices === 'object' && choices !== null ? (choices as Fields) : {};
  }
}

function nameOf(type: ElementType, pen: Pen): string {
  return `${type.kind}.${String(pen.fields[type.strokes?.field ?? ''])}`;
}

/** What the device remembers may be from another version, or anything. */
function kept(): Record<string, unknown> {
  const value = readKeptJson(KEY);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
