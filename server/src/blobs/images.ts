import { LIMITS } from '@talkoot/protocol';
import { ProblemError } from '../problem.ts';
import { encodeApart, type ImageType } from './image-process.ts';

/** Images worked on at once: the rest wait, so that many uploads cost little memory. */
const AT_ONCE = 2;

/** An image as we keep it: written anew from its pixels, so nothing of the file that came is left. */
export interface CleanImage {
  bytes: Uint8Array;
  mediaType: ImageType;
  width: number;
  height: number;
}

/** What a file is by its first bytes, whatever it is called; null for anything but the four types. */
export function imageType(bytes: Uint8Array): ImageType | null {
  const ascii = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp';
  if (ascii(0, 6) === 'GIF87a' || ascii(0, 6) === 'GIF89a') return 'image/gif';
  return null;
}

/** Encodes an image anew: upright, without EXIF, place or colour profile. Throws an `upload-` problem. */
export async function cleanImage(bytes: Uint8Array): Promise<CleanImage> {
  const mediaType = imageType(bytes);
  if (!mediaType) throw new ProblemError('upload-type');
  if (bytes.byteLength > LIMITS.uploadBytes) throw new ProblemError('upload-too-large');
  const turn = await takeTurn();
  try {
    const answer = await encodeApart(bytes, mediaType);
    if (answer.problem) throw new ProblemError(answer.problem);
    return { bytes: answer.bytes, mediaType, width: answer.width, height: answer.height };
  } finally {
    turn();
  }
}

let working = 0;
const waiting: (() => void)[] = [];

/** Waits until fewer than `AT_ONCE` images are worked on; the answer ends the turn. */
async function takeTurn(): Promise<() => void> {
  if (working >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else working++;
  return () => {
    const next = waiting.shift();
    if (next) next();
    else working--;
  };
}
