import { UnstyledButton } from '@mantine/core';
import type { PeopleView, PersonView } from '@talkoot/protocol';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import type { BoardCanvasHandle } from '../../canvas/board-canvas.tsx';
import { CountMark } from '../../ui/count-mark.tsx';
import { useT } from '../../ui/i18n.tsx';
import { latePart } from '../../ui/late-part.tsx';
import { useOpener } from '../../ui/use-opener.ts';
import classes from './board.module.css';
import { Face } from './face.tsx';

const FaceMenu = latePart(async () => (await import('./face-menu.tsx')).FaceMenu);

/** Faces of others that stand in the bar; the rest are a number. */
const FACES = 4;

export interface PeopleHereProps {
  people: PeopleView;
  /** The reader's own participant id. */
  me: string;
  canvas: RefObject<BoardCanvasHandle | null>;
  pressed: boolean;
  onPress: () => void;
}

/** Who is here, by faces, each with the ways to their view; and the way to the list of all. */
export function PeopleHere({ people, me, canvas, pressed, onPress }: PeopleHereProps): ReactNode {
  const t = useT();
  const here = people.people.filter(({ online }) => online);
  const others = here.filter(({ id }) => id !== me);
  const own = here.find(({ id }) => id === me);
  const more = others.length - FACES;
  const waiting = people.lobby.length;
  const words = [
    t('board.people'),
    t('board.peopleCount', { count: here.length }),
    ...(waiting > 0 ? [t('people.lobbyCount', { count: waiting })] : []),
  ].join(', ');
  return (
    <>
      <div className={classes.faces}>
        {others.slice(0, FACES).map((person) => (
          <FaceButton key={person.id} person={person} canvas={canvas} />
        ))}
        {more > 0 ? (
          <UnstyledButton
            className={classes.moreFaces ?? ''}
            aria-label={t('people.moreHere', { count: more })}
            title={t('people.moreHere', { count: more })}
            onClick={onPress}
          >
            +{more}
          </UnstyledButton>
        ) : null}
        {own ? (
          <span data-face={own.id} className={classes.ownFace} title={t('people.you')}>
            <Face name={own.name} colour={own.colour} className={classes.face} />
          </span>
        ) : null}
      </div>
      <CountMark count={waiting} inset={2}>
        <UnstyledButton
          className={classes.peopleButton ?? ''}
          aria-label={words}
          title={words}
          aria-pressed={pressed}
          data-face=""
          onClick={onPress}
        >
          <IconUsers size={20} aria-hidden />
          <span>{here.length}</span>
        </UnstyledButton>
      </CountMark>
    </>
  );
}

function FaceButton(props: { person: PersonView; canvas: PeopleHereProps['canvas'] }): ReactNode {
  const { id, name, colour } = props.person;
  const { opener, at } = useOpener(FaceMenu);
  return (
    <>
      <UnstyledButton {...opener} className={classes.faceButton ?? ''} aria-label={name} title={name} data-face={id}>
        <Face name={name} colour={colour} className={classes.face} />
      </UnstyledButton>
      {at && <FaceMenu at={at} person={props.person} canvas={props.canvas} />}
    </>
  );
}
