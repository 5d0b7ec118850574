import {
  type Align,
  type Box,
  type ColourToken,
  type ElementData,
  fitText,
  type KindModel,
  layoutText,
  type Point,
  type Primitive,
  type Size,
  type TextLayout,
  type TextPrimitive,
  type TextRun,
} from '@talkoot/board';
import type { LanguageCode, TypeMessageKey } from '@talkoot/i18n';

/** What a drawing may know besides the element. */
export interface DrawEnv {
  /** Name of a participant for whom the element shows it; undefined when unknown. */
  nameOf(participantId: string): string | undefined;
}

/** Words of an element and the box they are set in, in the element's own coordinates. */
export interface WordsBlock {
  box: Box;
  runs: readonly TextRun[];
  /** One font size, or the range in which the words are made to fit the box. */
  size: number | { min: number; max: number };
  align?: Align;
  /** Stands in the middle of the box's height instead of at its top. */
  middle?: boolean;
  bold?: boolean;
  /** Lines that the box does not hold are cut off. */
  cut?: boolean;
  fill: ColourToken;
  /** Of its links, where `link` would not be seen against the ground. */
  linkFill?: ColourToken;
  /** The element's own Y.Text: where the editor opens. At most one block of an element. */
  editable?: boolean;
}

/** A value to choose, with the message that names it. */
export interface ControlOption {
  value: unknown;
  labelKey: TypeMessageKey;
  /** Shown as a swatch of this colour. */
  colour?: ColourToken;
  /** The sign that goes with the colour, or stands for the option: an outline around 0,0 within 8 units. */
  mark?: { d: string; colour: ColourToken };
}

/** A field that people set from the bar beside a selection. */
export type Control =
  /** `ring`: the colours are those of a line, not of what it goes round. */
  | { type: 'swatches'; field: string; labelKey: TypeMessageKey; options: readonly ControlOption[]; ring?: true }
  /** `rare`: stands in the properties and the outline's menu, and leaves the bar beside the selection short. */
  | { type: 'choice'; field: string; labelKey: TypeMessageKey; options: readonly ControlOption[]; rare?: true }
  | { type: 'toggle'; field: string; labelKey: TypeMessageKey; icon: string }
  /** `asked`: opened by itself on a new element, since people should say it. */
  | { type: 'line'; field: string; labelKey: TypeMessageKey; maxLength: number; asked?: boolean };

/** How an element may be resized; without it, it may not. */
export interface Resizing {
  min: Size;
  /** `width`: only the sides are pulled, the height follows the words. */
  handles: 'corners' | 'width';
  /** Its proportions stay, as those of a picture do. */
  keepsShape?: boolean;
}

/** A new element made of a line drawn by hand: its box on the board and all its fields. */
export interface NewStroke {
  box: Box;
  fields: Readonly<Record<string, unknown>>;
}

/** A pen to draw with: what its lines begin with until the person chooses otherwise. */
export interface Pen {
  /** Name of its Tabler icon, without the `Icon` before it. */
  icon: string;
  labelKey: TypeMessageKey;
  fields: Readonly<Record<string, unknown>>;
}

/** How lines drawn by hand become elements of a kind. */
export interface Strokes {
  /** The field by which its pens differ. */
  field: string;
  /** The kind's key picks the first, with Shift the second. */
  pens: readonly [Pen, ...Pen[]];
  /** What a line on the board becomes, lowest first; nowhere further off than `tolerance`, board units. */
  cut(points: readonly Point[], fields: Readonly<Record<string, unknown>>, tolerance: number): NewStroke[];
}

/**
 * Everything an app knows of an element kind. Apps ask for capabilities (has it words? controls? may it be
 * resized?) and never for a kind by name.
 */
export interface ElementType extends KindModel {
  /** Name of its Tabler icon, without the `Icon` before it. */
  readonly icon: string;
  /** The letter that picks it up. */
  readonly shortcut: string;
  /** Messages the kind brings; `kind.<kind>.name` is the word for one of it, `kind.<kind>.count` for some. */
  readonly messages: Readonly<Record<LanguageCode, Readonly<Record<string, string>>>>;
  readonly nameKey: TypeMessageKey;
  /** The word for some of it, with their `count`. */
  readonly countKey: TypeMessageKey;
  readonly defaults: { readonly size: Size; readonly fields: Readonly<Record<string, unknown>> };
  /**
   * New ones are put down with a click, drawn as a box or from one element to another, drawn by hand with the pens of
   * `strokes`, or come from a file.
   */
  readonly placing: 'point' | 'box' | 'line' | 'stroke' | 'file';
  readonly strokes?: Strokes;
  readonly resizing?: Resizing;
  /** It may be turned about its middle. */
  readonly turns?: boolean;
  /** It shows its tags. */
  readonly tagged?: boolean;
  /** It is nothing but its words: without any, it goes away when its editor closes. */
  readonly vanishesEmpty?: boolean;
  readonly controls: readonly Control[];
  /** What lies under the words. */
  shape(element: ElementData, env: DrawEnv): Primitive[];
  /** The words, if it has any; setting them in lines is left to whoever needs it. */
  words?(element: ElementData, env: DrawEnv): WordsBlock[];
  /**
   * Is a point, counted from the element's corner, on the element or no further off than `reach`? Without it the whole
   * box is the element's.
   */
  hits?(element: ElementData, point: Point, reach: number, env: DrawEnv): boolean;
  /** For kinds that are nothing but a line: where it runs, counted from the element's corner, and how wide it is. */
  line?(element: ElementData): { points: readonly Point[]; width: number };
  /** For kinds that hold others: the box in which it has room for `content` under its words, all on the board. */
  holding?(element: ElementData, content: Box): Box;
  /** The element in plain words, for the outline and for screen readers; may be empty. */
  outlineWords(element: ElementData): string;
  /** What else people should know of the element: drawn as signs, said by the outline in these words. */
  remarks?(element: ElementData): TypeMessageKey[];
}

/** A block of words in lines, and where its box's content begins. */
export interface SetWords {
  x: number;
  y: number;
  layout: TextLayout;
}

/** Sets a block of words. Costs: cache it by the block's runs. */
export function setWords(block: WordsBlock): SetWords {
  const { box, runs, size, bold = false, align = 'left' } = block;
  const layout =
    typeof size === 'number'
      ? layoutText(runs, { width: box.width, fontSize: size, bold, align })
      : fitText(runs, box, size, { bold, align });
  const kept = block.cut ? cutTo(layout, box.height) : layout;
  const slack = block.middle ? Math.max(0, (box.height - kept.height) / 2) : 0;
  return { x: box.x, y: box.y + slack, layout: kept };
}

/** Leaves out the lines below the box and says so with dots. */
function cutTo(layout: TextLayout, height: number): TextLayout {
  const room = Math.max(1, Math.floor(height / layout.lineHeight + 0.01));
  if (layout.lines.length <= room) return layout;
  const lines = layout.lines.slice(0, room);
  const last = lines[room - 1];
  // Its end is at the left where the words run from there.
  const at = last?.rtl ? 0 : (last?.runs.length ?? 0) - 1;
  const run = last?.runs[at];
  if (last && run) {
    lines[room - 1] = { ...last, runs: last.runs.with(at, { ...run, text: `${run.text.trimEnd()}…` }) };
  }
  return { ...layout, lines, height: room * layout.lineHeight };
}

/** The colour in which the links of words stand. */
export function linkFillOf({ linkFill = 'link' }: WordsBlock): ColourToken {
  return linkFill;
}

/** The whole drawing of an element: its shape and its words in lines. */
export function drawElement(type: ElementType, element: ElementData, env: DrawEnv): Primitive[] {
  const words = (type.words?.(element, env) ?? []).map(
    (block): TextPrimitive => ({ type: 'text', ...setWords(block), fill: block.fill, linkFill: linkFillOf(block) }),
  );
  return [...type.shape(element, env), ...words];
}

/** Words without formats as a run. */
export function plainRun(text: string): TextRun[] {
  return text ? [{ insert: text }] : [];
}
