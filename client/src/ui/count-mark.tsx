import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './count-mark.module.css';

/**
 * A number at the upper right corner of a button, when there is anything to count. It is for the eyes: the button's
 * name says it in words.
 */
export function CountMark(props: {
  count: number;
  /** How far inside the corner its middle stands, px. */
  inset: number;
  /** Phones leave it out, with its button. */
  wideOnly?: boolean;
  children: ReactNode;
}): ReactNode {
  const { count, inset, wideOnly, children } = props;
  return (
    <Box className={classes.holder ?? ''} {...(wideOnly ? { visibleFrom: 'sm' } : {})}>
      {children}
      {count > 0 && (
        <span className={classes.count} style={{ top: inset, right: inset }} aria-hidden>
          {count}
        </span>
      )}
    </Box>
  );
}
