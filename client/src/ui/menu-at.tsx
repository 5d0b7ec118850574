import { Menu, type FloatingPosition } from '@mantine/core';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useState } from 'react';
import type { OpenAt } from './use-opener.ts';

/** A menu at a button that was there before it, see {@link useOpener}. */
export function MenuAt(props: {
  at: OpenAt;
  position?: FloatingPosition;
  className?: string | undefined;
  /** It belongs to the canvas, which leaves its events alone. */
  overCanvas?: boolean;
  children: ReactNode;
}): ReactNode {
  const { id, target, setOpened } = props.at;
  const opened = useSecondRender() && props.at.opened;
  return (
    <Menu
      id={id}
      opened={opened}
      onChange={setOpened}
      withinPortal
      {...(props.position ? { position: props.position } : {})}
    >
      <Menu.Target>
        <Target element={target} />
      </Menu.Target>
      <Menu.Dropdown className={props.className ?? ''} {...(props.overCanvas ? { 'data-canvas-overlay': '' } : {})}>
        {props.children}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What opens at its first render does not remember where the focus was, to give it back. */
export function useSecondRender(): boolean {
  const [second, setSecond] = useState(false);
  useEffect(() => setSecond(true), []);
  return second;
}

/** Stands for an element that is drawn elsewhere. */
export function Target({ element, ref }: { element: HTMLElement; ref?: Ref<HTMLElement> }): ReactNode {
  useImperativeHandle(ref, () => element, [element]);
  return null;
}
