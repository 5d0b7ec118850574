/** 31 letters and digits (39.6 bits in eight) that nobody mistakes for one another when read aloud or off a projector. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const CODE_LENGTH = 8;

/** `abcd efgh` -> `ABCDEFGH`; null when it cannot be a code. O and 0, I, L and 1 are not used in codes. */
export function normaliseCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (code.length !== CODE_LENGTH) return null;
  return [...code].every((letter) => CODE_ALPHABET.includes(letter)) ? code : null;
}

/** `ABCDEFGH` -> `ABCD-EFGH`, as shown everywhere. */
export function formatCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
