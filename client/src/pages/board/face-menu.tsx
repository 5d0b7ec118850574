import { Menu } from '@mantine/core';
import type { PersonView } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import { MenuAt } from '../../ui/menu-at.tsx';
import type { OpenAt } from '../../ui/use-opener.ts';
import { FollowItems, type FollowItemsProps } from './follow-items.tsx';

/** The ways to a person's view, opened at their face. */
export function FaceMenu(props: { at: OpenAt; person: PersonView; canvas: FollowItemsProps['canvas'] }): ReactNode {
  return (
    <MenuAt at={props.at}>
      <Menu.Label>{props.person.name}</Menu.Label>
      <FollowItems id={props.person.id} canvas={props.canvas} />
    </MenuAt>
  );
}
