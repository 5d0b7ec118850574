import { Badge, Button, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { isFacilitating, type PeopleView, type PersonView } from '@talkoot/protocol';
import { type ReactNode, type RefObject, useState } from 'react';
import type { BoardCanvasHandle } from '../../canvas/board-canvas.tsx';
import { useT } from '../../ui/i18n.tsx';
import { hasOthersCursors } from '../../ui/preferences.ts';
import classes from './board.module.css';
import { Face } from './face.tsx';
import { PaperPeople } from './paper-people.tsx';
import { PersonMenu } from './person-menu.tsx';
import type { BoardSession } from '../../sync/session.ts';
import type { CommandRunner } from './use-command-runner.ts';

/** The reader: participant id, and the right to run the workshop or to look after a room. */
export interface Me {
  id: string;
  facilitates: boolean;
  hosts: boolean;
}

interface PeoplePanelProps {
  people: PeopleView;
  me: Me;
  session: BoardSession;
  workshopId: string;
  run: CommandRunner;
  canvas: RefObject<BoardCanvasHandle | null>;
  /** The person went to somebody's view. */
  onChosen: () => void;
}

/** Who is here. Facilitators also see who was here and who waits, and change names and roles. */
export function PeoplePanel(props: PeoplePanelProps): ReactNode {
  const t = useT();
  const { people, me, run } = props;
  const here = people.people.filter(({ online }) => online);
  const onPaper = people.people.filter(({ online, mode }) => !online && mode === 'paper');
  const away = people.people.filter(({ online, mode }) => !online && mode !== 'paper');
  return (
    <Stack gap="lg">
      {me.facilitates && people.lobby.length > 0 ? <LobbyList lobby={people.lobby} run={run} /> : null}
      <PeopleList {...props} title={t('people.here')} shown={here} />
      {here.length <= 1 && onPaper.length === 0 ? <Text c="dimmed">{t('people.hereNone')}</Text> : null}
      {onPaper.length > 0 ? <PeopleList {...props} title={t('people.onPaper')} shown={onPaper} /> : null}
      {me.hosts ? <PaperPeople {...props} onPaper={onPaper} /> : null}
      {me.facilitates && away.length > 0 ? <PeopleList {...props} title={t('people.away')} shown={away} /> : null}
      <CursorSwitch canvas={props.canvas} />
    </Stack>
  );
}

function CursorSwitch({ canvas }: Pick<PeoplePanelProps, 'canvas'>): ReactNode {
  const t = useT();
  const [on, setOn] = useState(hasOthersCursors);
  return (
    <Switch
      checked={on}
      label={t('people.showCursors')}
      description={t('people.showCursorsHelp')}
      styles={{ description: { fontSize: 14, lineHeight: 1.45 } }}
      onChange={({ currentTarget: { checked } }) => {
        if (canvas.current) canvas.current.controller.people.showsCursors = checked;
        setOn(checked);
      }}
    />
  );
}

function PeopleList(props: PeoplePanelProps & { title: string; shown: PersonView[] }): ReactNode {
  const { shown, me, run } = props;
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {props.title}
      </Title>
      <ul className={classes.people}>
        {[...shown].sort(byRoleThenName).map((person) => (
          <li key={person.id} className={classes.person}>
            <PersonWords person={person} isMe={person.id === me.id} />
            {me.hosts || person.online ? (
              <PersonMenu person={person} me={me} run={run} canvas={props.canvas} onChosen={props.onChosen} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PersonWords({ person, isMe }: { person: PersonView; isMe: boolean }): ReactNode {
  const t = useT();
  return (
    <Group gap="sm" wrap="nowrap" flex={1} miw={0}>
      <Face name={person.name} colour={person.colour} className={classes.personDot} />
      <div className={classes.personWords}>
        <Text>
          {person.name}
          {isMe ? (
            <Badge variant="default" ml="xs" size="sm" tt="none">
              {t('people.you')}
            </Badge>
          ) : null}
        </Text>
        <Text size="sm" c="dimmed">
          {[t(`role.${person.role}`), person.mode && t(`people.mode.${person.mode}`), person.tag]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
    </Group>
  );
}

function byRoleThenName(a: PersonView, b: PersonView): number {
  const order = Number(isFacilitating(b.role)) - Number(isFacilitating(a.role));
  return order !== 0 ? order : a.name.localeCompare(b.name, document.documentElement.lang);
}

function LobbyList({ lobby, run }: { lobby: PeopleView['lobby']; run: CommandRunner }): ReactNode {
  const t = useT();
  return (
    <section>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={3} size="h4">
          {t('people.lobby')}
        </Title>
        {lobby.length > 1 ? (
          <Button
            size="sm"
            onClick={() => void Promise.all(lobby.map(({ id }) => run({ type: 'admit', participantId: id })))}
          >
            {t('people.admitAll')}
          </Button>
        ) : null}
      </Group>
      <ul className={classes.people}>
        {lobby.map(({ id, name }) => (
          <li key={id} className={classes.person}>
            <Text flex={1} miw={0}>
              {name}
            </Text>
            <Button
              size="sm"
              variant="light"
              aria-label={t('people.admitNamed', { name })}
              onClick={() => void run({ type: 'admit', participantId: id })}
            >
              {t('people.admit')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
