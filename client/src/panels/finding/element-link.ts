/** Longest id that a link may name; what is longer was not made by us. */
const LONGEST_ID = 64;

/** The address of an element on its board. */
export function elementLink(origin: string, workshopId: string, elementId: string): string {
  return `${origin}/w/${encodeURIComponent(workshopId)}#e=${encodeURIComponent(elementId)}`;
}

/** The id of an element in the part of an address after `#`; null when it names none. */
export function elementInHash(hash: string): string | null {
  const written = /^#e=([^&]+)$/.exec(hash)?.[1];
  if (written === undefined) return null;
  const id = decoded(written);
  return id !== null && id.length <= LONGEST_ID ? id : null;
}

function decoded(written: string): string | null {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}

/** Links of people who must join before they see the board, by workshop; for as long as the page is open. */
const waiting = new Map<string, string>();

/** Keeps what an address says after `#`, if it names an element, until the person has come in. */
export function keepElementLink(workshopId: string, hash: string): void {
  if (elementInHash(hash) !== null) waiting.set(workshopId, hash);
}

/** What was kept for a workshop, once; empty when nothing was. */
export function takeElementLink(workshopId: string): string {
  const hash = waiting.get(workshopId) ?? '';
  waiting.delete(workshopId);
  return hash;
}
