import { Menu } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from '../outline.module.css';
import type { OutlineState } from '../use-outline.ts';

/** Size of the icons in the menu of a line. */
export const ICON = 18;

/** The line whose menu it is. */
export interface MenuProps {
  outline: OutlineState;
  id: string;
}

/** From a part of the menu to the whole. */
export function Back({ label, onBack }: { label: string; onBack(): void }): ReactNode {
  return (
    <Menu.Item
      closeMenuOnClick={false}
      leftSection={<IconChevronLeft size={ICON} aria-hidden />}
      fw={700}
      onClick={onBack}
    >
      {label}
    </Menu.Item>
  );
}

/** The keys that do the same. */
export function Keys({ keys }: { keys: string | undefined }): ReactNode {
  return keys ? (
    <span className={classes.keys} aria-hidden>
      {keys}
    </span>
  ) : null;
}
