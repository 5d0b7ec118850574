import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { Target, useSecondRender } from './menu-at.tsx';
import type { OpenAt } from './use-opener.ts';

/** A small dialog over the canvas, above a button that was there before it; see {@link useOpener}. */
export function PopoverAt({ at, label, children }: { at: OpenAt; label: string; children: ReactNode }): ReactNode {
  const opened = useSecondRender() && at.opened;
  return (
    <Popover opened={opened} onChange={at.setOpened} position="top" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <Target element={at.target} />
      </Popover.Target>
      <Popover.Dropdown p={6} role="dialog" aria-label={label} data-canvas-overlay="">
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
