import { isLink, type PlacedDrawing, type TextPrimitive } from '@talkoot/board';
import type { ElementType } from '@talkoot/elements';
import PDFDocument from 'pdfkit';
import { drawingOf, isImage } from '../drawn.ts';
import type { ExportJob, FileBytes } from '../format.ts';
import { inReadingOrder, pagesOf, viewOf } from '../taken.ts';
import { layPage } from './paper.ts';
import { inkOf, paintShape, type Pdf, type ShapePrimitive } from './shapes.ts';
import { paintRun, registerFonts } from './words.ts';

type Tagged = PDFKit.PDFStructureElement;
type Content = PDFKit.PDFStructureContent | Tagged;

/** Headings go no deeper in PDF. */
const DEEPEST_HEADING = 6;

/** Writes what is taken as a tagged document: a page for each frame, in reading order. */
export async function writePdf(job: ExportJob): Promise<FileBytes> {
  const pages = pagesOf(job.model, job.taken);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: job.language,
    // No font that does not ship with the app.
    font: '',
    info: { Title: job.title, Creator: 'Talkoot', Producer: 'Talkoot' },
  });
  const written = bytesOf(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const total = pages.reduce((sum, ids) => sum + ids.length, 0);
  let done = 0;
  const step = (): Promise<void> => job.step(done++, total);
  for (const ids of pages.length > 0 ? pages : [[]]) await new Page(pdf, job, ids).write(root, step);
  root.end();
  pdf.end();
  return written;
}

/** All that the writer gives, when it is done. */
function bytesOf(pdf: Pdf): Promise<FileBytes> {
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    pdf.on('error', reject);
    pdf.on('end', () => {
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
  });
}

/** One page: painted lowest first, its tags in reading order. */
class Page {
  readonly #pdf: Pdf;
  readonly #job: ExportJob;
  readonly #ids: readonly string[];
  readonly #tags = new Map<string, Tagged[]>();

  constructor(pdf: Pdf, job: ExportJob, ids: readonly string[]) {
    this.#pdf = pdf;
    this.#job = job;
    this.#ids = ids;
  }

  async write(root: Tagged, step: () => Promise<void>): Promise<void> {
    const { model, options, palette, sources } = this.#job;
    const pdf = this.#pdf;
    const drawings = this.#ids.map((id) => [id, drawingOf(this.#job, id)] as const);
    await registerFonts(
      pdf,
      drawings.flatMap(([, drawing]) => drawing ?? []),
      sources,
    );
    const view = viewOf(model, this.#ids);
    const { width, height, scale, x, y } = layPage(view, options);
    pdf.addPage({ size: [width, height], margin: 0 });
    this.#asArtifact(() => pdf.rect(0, 0, width, height).fill(inkOf(palette('paper')).colour));
    pdf.save().translate(x, y).scale(scale).translate(-view.x, -view.y);
    for (const [id, drawing] of drawings) {
      await step();
      if (drawing) this.#tags.set(id, await this.#paint(id, drawing));
    }
    pdf.restore();
    const inOrder = inReadingOrder(model, this.#ids).flatMap((id) => this.#tags.get(id) ?? []);
    root.add(pdf.struct('Sect', {}, inOrder));
  }

  #asArtifact(paint: () => unknown): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    paint();
    this.#pdf.endMarkedContent();
  }

  async #paint(id: string, { x, y, primitives, rotation = 0, size }: PlacedDrawing): Promise<Tagged[]> {
    const pdf = this.#pdf;
    const words = primitives.filter((one): one is TextPrimitive => one.type === 'text' && hasWords(one));
    const shapes = primitives.filter((one): one is ShapePrimitive => one.type !== 'text');
    pdf.save().translate(x, y);
    if (rotation !== 0 && size) pdf.rotate(rotation, { origin: [size.width / 2, size.height / 2] });
    const tags = await this.#paintShapes(id, shapes, words.length > 0);
    for (const [at, one] of words.entries()) tags.push(await this.#paintWords(this.#roleOf(id, at), one));
    pdf.restore();
    return tags;
  }

  /** What lies under words says nothing by itself; a picture or a drawing is read by what it shows. */
  async #paintShapes(id: string, shapes: readonly ShapePrimitive[], hasWords: boolean): Promise<Tagged[]> {
    if (shapes.length === 0) return [];
    const pdf = this.#pdf;
    const element = this.#job.model.get(id);
    const type = element && this.#job.types.get(element.kind);
    const speaks = shapes.some(isImage) || (!hasWords && type !== undefined && !holdsWords(type));
    const content = speaks ? pdf.markStructureContent('Figure') : null;
    if (!content) pdf.markContent('Artifact', { type: 'Layout' });
    for (const shape of shapes) await paintShape(pdf, shape, this.#job.palette, this.#job.sources);
    pdf.endMarkedContent();
    if (!content || !element || !type) return [];
    return [pdf.struct('Figure', { alt: type.outlineWords(element) || this.#job.t(type.nameKey) }, [content])];
  }

  /** A frame's title heads what stands in it. */
  #roleOf(id: string, at: number): string {
    const { model } = this.#job;
    if (at > 0 || !model.kindOf(id)?.container) return 'P';
    let depth = 1;
    const inside = new Set(this.#ids);
    for (let frame = model.get(id)?.place.frame; frame && inside.delete(frame); depth++)
      frame = model.get(frame)?.place.frame;
    return `H${Math.min(depth, DEEPEST_HEADING)}`;
  }

  async #paintWords(role: string, primitive: TextPrimitive): Promise<Tagged> {
    const pdf = this.#pdf;
    const { lines } = primitive.layout;
    const contents: Content[] = [];
    for (const [at, line] of lines.entries()) {
      for (const run of line.runs) {
        const leads = isLink(run.link);
        const content = pdf.markStructureContent(leads ? 'Link' : role);
        const more = at < lines.length - 1 && run === line.runs.at(-1);
        const place = { x: primitive.x + run.x, y: primitive.y + line.baseline, more };
        await paintRun(pdf, run, place, primitive, this.#job);
        pdf.endMarkedContent();
        if (!leads) contents.push(content);
        else {
          const link = pdf.struct('Link').add(content);
          const { fontSize } = primitive.layout;
          const box = [place.x, place.y - fontSize, run.width, fontSize * 1.3] as const;
          // The types do not know yet that links have a place among the tags.
          pdf.link(...box, run.link ?? '', { structParent: link } as PDFKit.Mixins.AnnotationOption);
          contents.push(link);
        }
      }
    }
    return pdf.struct(role, {}, contents);
  }
}

function hasWords({ layout }: TextPrimitive): boolean {
  return layout.lines.some(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
}

function holdsWords(type: ElementType): boolean {
  return type.text !== undefined;
}
