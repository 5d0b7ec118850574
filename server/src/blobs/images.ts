import { LIMITS } from '@talkoot/protocol';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { ProblemError } from '../problem.ts';

/** Longest that one image may take. */
const SECONDS = 10;
/** Images worked on at once: the rest wait, so that many uploads cost little memory. */
const AT_ONCE = 2;

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

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
    const animated = mediaType === 'image/gif' || mediaType === 'image/webp';
    const image = sharp(bytes, { animated, limitInputPixels: LIMITS.uploadPixels, failOn: 'error' });
    refuseBombs(await image.metadata());
    const { data, info } = await encode(image.autoOrient().timeout({ seconds: SECONDS }), mediaType).toBuffer({
      resolveWithObject: true,
    });
    return { bytes: data, mediaType, width: info.width, height: info.pageHeight ?? info.height };
  } catch (error) {
    throw asProblem(error);
  } finally {
    turn();
  }
}

function encode(image: Sharp, mediaType: ImageType): Sharp {
  switch (mediaType) {
    case 'image/png':
      return image.png({ compressionLevel: 9 });
    case 'image/jpeg':
      return image.jpeg({ quality: 88 });
    case 'image/webp':
      return image.webp({ quality: 88 });
    case 'image/gif':
      return image.gif();
  }
}

/** A small file can hold a huge picture, or a small picture very many times. */
function refuseBombs({ width, height, pageHeight, pages = 1 }: Metadata): void {
  const frame = pageHeight ?? height;
  if (width * frame * pages > LIMITS.uploadPixels) throw new ProblemError('upload-too-large');
}

function asProblem(error: unknown): unknown {
  if (error instanceof ProblemError || !(error instanceof Error)) return error;
  if (/pixel limit/i.test(error.message)) return new ProblemError('upload-too-large');
  return new ProblemError('upload-broken');
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
