import type { FileBytes } from './format.ts';

/** Text as UTF-8. */
export function toBytes(text: string): FileBytes {
  return new TextEncoder().encode(text);
}

/** So many letters that a call can take them as arguments. */
const CHUNK = 0x8000;

/** Bytes as base64, in browsers and on the server alike. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  }
  return btoa(binary);
}
