import type { BoardModel, Box, KindRegistry, Palette } from '@talkoot/board';
import type { DrawEnv, ElementType } from '@talkoot/elements';
import type { LanguageCode, Translate, TypeMessageKey } from '@talkoot/i18n';
import type { FontFile, FontPacking } from './fonts.ts';
import type { Taken } from './taken.ts';

/** The bytes of a file. */
export type FileBytes = Uint8Array<ArrayBuffer>;

/** A value of an option, with the message that names it. */
export interface OptionValue {
  value: string;
  nameKey: TypeMessageKey;
}

/** Something a person may choose for a file. */
export type FormatOption =
  | {
      type: 'choice';
      id: string;
      nameKey: TypeMessageKey;
      values: readonly OptionValue[];
      /** What is chosen at first. */
      start(language: LanguageCode): string;
    }
  | { type: 'toggle'; id: string; nameKey: TypeMessageKey; start: boolean };

/** What was chosen, by the option's id. */
export type OptionValues = Readonly<Record<string, string | boolean>>;

/** Part of a board as a bitmap. */
export interface RasterOrder {
  /** Lowest first. */
  ids: readonly string[];
  view: Box;
  /** Pixels of the picture; the view fills it. */
  width: number;
  height: number;
  /** Without it the ground is transparent. */
  paper: boolean;
}

/** A picture that elements show. */
export interface Picture {
  bytes: Uint8Array;
  mediaType: string;
}

/** Letters that no shipped font has, drawn by whoever has one: the box begins `rise` above the baseline. */
export interface LetterPicture {
  bytes: Uint8Array;
  width: number;
  height: number;
  rise: number;
}

/** What files are made of and this package cannot get by itself. */
export interface Sources {
  /** A font file that ships with the app. */
  font(file: FontFile, packing: FontPacking): Promise<Uint8Array>;
  /** A stored picture by its hash, as PNG or JPEG when `plain`; null when it cannot be had. */
  picture(image: string, plain: boolean): Promise<Picture | null>;
  /** PNG of a part of the board, by the painter that draws on screens. */
  raster(order: RasterOrder, step: ExportJob['step']): Promise<FileBytes>;
  /** PNG of letters at a font size; null where nothing can draw them. */
  letters(text: string, size: number, colour: string): Promise<LetterPicture | null>;
}

/** One export: the board as the person sees it, what of it is taken, and how. */
export interface ExportJob {
  readonly model: BoardModel;
  readonly types: KindRegistry<ElementType>;
  readonly draw: DrawEnv;
  readonly palette: Palette;
  readonly t: Translate;
  readonly language: LanguageCode;
  /** Of the workshop. */
  readonly title: string;
  readonly taken: Taken;
  readonly options: OptionValues;
  readonly sources: Sources;
  /** Address of an element on its board. */
  linkTo(id: string): string;
  /** Tells how far it is and lets others work; rejects when the person cancelled. */
  step(done: number, total: number): Promise<void>;
}

/** Something to say about a file before it is made. */
export interface Remark {
  key: TypeMessageKey;
  values: Readonly<Record<string, string | number>>;
}

/** A kind of file that a board can be taken away in. Apps ask what it can do and never for a format by name. */
export interface ExportFormat {
  readonly id: string;
  readonly nameKey: TypeMessageKey;
  /** For what it is good, in a sentence. */
  readonly hintKey: TypeMessageKey;
  readonly messages: Readonly<Record<LanguageCode, Readonly<Record<string, string>>>>;
  readonly mediaType: string;
  /** Of the file's name, without the dot. */
  readonly ending: string;
  readonly takes: readonly Taken['what'][];
  readonly options: readonly FormatOption[];
  /** About the file that these choices give, such as its size. */
  remark?(job: Pick<ExportJob, 'model' | 'taken' | 'options'>): Remark | null;
  make(job: ExportJob): Promise<FileBytes>;
}

/** What a format's options are when nobody chose. */
export function startValues(format: ExportFormat, language: LanguageCode): OptionValues {
  return Object.fromEntries(
    format.options.map((option) => [option.id, option.type === 'choice' ? option.start(language) : option.start]),
  );
}
