import { THUMBNAIL_ELEMENTS } from '@talkoot/formats';
import type { Clock } from '../clock.ts';
import type { DocumentStore } from '../storage/port.ts';
import type { WorkshopHosts } from '../sync/port.ts';
import { type BoardToDraw, type Pictures, PictureThread } from './picture-thread.ts';

/** The picture of a board and the version of the board that it shows. */
export interface Thumbnail {
  version: string;
  pictures: Pictures;
}

/** Small pictures of boards, drawn when somebody looks and kept until the board changes. */
export interface Thumbnails {
  of(workshopId: string): Promise<Thumbnail>;
  stop(): Promise<void>;
}

/** A board that changes all the time is drawn anew at most this often. */
const FRESH_MS = 10_000;
/** Pictures kept in memory: some ten kilobytes each. */
const MOST_KEPT = 200;

interface ThumbnailParts {
  documents: DocumentStore;
  hosts: Pick<WorkshopHosts, 'liveGist'>;
  clock: Clock;
}

export function createThumbnails({ documents, hosts, clock }: ThumbnailParts): Thumbnails {
  const thread = new PictureThread();
  const kept = new Map<string, Thumbnail & { drawnAt: number }>();
  const drawing = new Map<string, Promise<Thumbnail>>();

  async function boardOf(workshopId: string): Promise<BoardToDraw> {
    const gist = await hosts.liveGist(workshopId, THUMBNAIL_ELEMENTS);
    if (gist) return { gist };
    const { snapshot, tail } = await documents.load(workshopId, workshopId);
    return { updates: [...(snapshot ? [snapshot] : []), ...tail.map(({ update }) => update)] };
  }

  async function draw(workshopId: string, version: string): Promise<Thumbnail> {
    const drawnAt = clock();
    const pictures = await thread.draw(await boardOf(workshopId));
    // The one that was kept longest goes; what is kept anew is the youngest.
    kept.delete(workshopId);
    kept.set(workshopId, { version, pictures, drawnAt });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return { version, pictures };
  }

  return {
    async of(workshopId) {
      const version = await documents.version(workshopId, workshopId);
      const known = kept.get(workshopId);
      if (known && (known.version === version || clock() - known.drawnAt < FRESH_MS)) return known;
      const underWay = drawing.get(workshopId);
      if (underWay) return underWay;
      const begun = draw(workshopId, version).finally(() => drawing.delete(workshopId));
      drawing.set(workshopId, begun);
      return begun;
    },
    stop: () => thread.stop(),
  };
}
