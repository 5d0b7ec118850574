import type { ReactNode } from 'react';
import classes from './code-display.module.css';

/** A join code, large enough to be read from the back of the room. Read aloud letter by letter. */
export function CodeDisplay({ code, label }: { code: string; label: string }): ReactNode {
  return (
    <p className={classes.code} role="img" aria-label={`${label}: ${[...code].join(' ')}`}>
      {code}
    </p>
  );
}
