import type { ReactNode } from 'react';
import classes from './home.module.css';

/** A small board with a few notes: ornament, so hidden from screen readers. */
export function BoardPicture(): ReactNode {
  return (
    <svg viewBox="0 0 300 200" className={classes.picture} aria-hidden="true">
      <rect x="1" y="1" width="298" height="198" rx="16" className={classes.pictureGround} />
      <rect x="20" y="24" width="124" height="152" rx="12" className={classes.pictureFrame} />
      <rect x="156" y="24" width="124" height="152" rx="12" className={classes.pictureFrame} />
      <rect x="34" y="54" width="44" height="44" rx="5" fill="#ffe68a" />
      <rect x="86" y="62" width="44" height="44" rx="5" fill="#bfe0f8" />
      <rect x="42" y="112" width="44" height="44" rx="5" fill="#c5e7ba" />
      <rect x="172" y="52" width="44" height="44" rx="5" fill="#fbc9e0" />
      <rect x="206" y="104" width="44" height="44" rx="5" fill="#ffe68a" />
      <path d="M250 146l0 22 6-6 8 0z" fill="#1769aa" />
      <path d="M128 100l0 22 6-6 8 0z" fill="#3f7f2c" />
    </svg>
  );
}
