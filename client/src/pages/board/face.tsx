import type { ReactNode } from 'react';

const DARK_INK = '#16202a';
const WHITE = '#ffffff';

/** One or two letters for the round mark of a person. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase();
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Dark or white letters, whichever is easier to read on a colour `#rrggbb`. */
export function inkOn(colour: string): string {
  const ground = luminance(colour) + 0.05;
  return 1.05 / ground >= ground / (luminance(DARK_INK) + 0.05) ? WHITE : DARK_INK;
}

/** The round mark of a person: ornament, its letters drawn by the style sheet; the name stands in words elsewhere. */
export function Face({
  name,
  colour,
  className,
}: {
  name: string;
  colour: string;
  className: string | undefined;
}): ReactNode {
  return (
    <span
      className={className}
      style={{ background: colour, color: inkOn(colour) }}
      data-initials={initials(name)}
      aria-hidden="true"
    />
  );
}
