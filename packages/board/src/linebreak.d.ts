/** The package brings no types. */
declare module 'linebreak' {
  // biome-ignore lint/style/noDefaultExport: it is what the package has
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number; required: boolean } | null;
  }
}
