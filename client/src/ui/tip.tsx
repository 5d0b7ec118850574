import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TipAt } from './use-tip.ts';

/** The name of a button that was there before it, see {@link useTip}. */
export function Tip({ at, label }: { at: TipAt; label: string }): ReactNode {
  return <Tooltip target={at.target} opened={at.opened} label={label} />;
}
