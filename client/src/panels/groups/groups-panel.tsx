import { groupNameIn } from '@talkoot/i18n';
import { Alert, Badge, Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { IconBell, IconBellOff, IconEye, IconEyeOff } from '@tabler/icons-react';
import { type GroupView, isFacilitating, type PeopleView } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../pages/board/use-session.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { NameDialog } from '../../ui/name-dialog.tsx';
import type { Give } from '../rounds/use-ballot.ts';
import { FormGroups } from './form-groups.tsx';
import classes from './groups.module.css';

interface GroupsProps {
  session: BoardSession;
  people: PeopleView;
  give: Give;
}

/** The groups that work now: one's own, the others' names, and for facilitators their making, visits and end. */
export function GroupsPanel({ session, people, give }: GroupsProps): ReactNode {
  const t = useT();
  const live = useSession(session);
  const facilitates = isFacilitating(live.me().role);
  const { groups } = live.view();
  if (groups.length === 0) {
    return facilitates ? <FormGroups session={session} give={give} /> : <Text c="dimmed">{t('group.none')}</Text>;
  }
  return (
    <Stack gap="md">
      <OwnGroup session={session} give={give} />
      {groups.map((group) => (
        <OneGroup key={group.id} group={group} session={session} people={people} give={give} />
      ))}
      {facilitates ? <Gather give={give} /> : null}
    </Stack>
  );
}

/** What members of a group can do as such. */
function OwnGroup({ session, give }: Pick<GroupsProps, 'session' | 'give'>): ReactNode {
  const t = useT();
  const { groupId, visitors, calling } = useSession(session).own();
  const group = useSession(session)
    .view()
    .groups.find(({ id }) => id === groupId);
  if (!group) return null;
  return (
    <Stack gap="sm">
      <Text fw={700} size="lg">
        {t('group.yours', { name: groupNameIn(group.name, t) })}
      </Text>
      <Text c="dimmed">{t('group.yoursAlone')}</Text>
      {visitors.length > 0 ? <Alert icon={<IconEye size={20} aria-hidden />}>{t('group.visited')}</Alert> : null}
      <Button
        variant="default"
        aria-pressed={calling}
        leftSection={calling ? <IconBellOff size={20} aria-hidden /> : <IconBell size={20} aria-hidden />}
        onClick={() => void give({ type: 'callFacilitator', calls: !calling })}
      >
        {calling ? t('group.callNoMore') : t('group.call')}
      </Button>
    </Stack>
  );
}

function OneGroup(props: GroupsProps & { group: GroupView }): ReactNode {
  const { group, session, people, give } = props;
  const t = useT();
  const live = useSession(session);
  const [renaming, setRenaming] = useState(false);
  const facilitates = isFacilitating(live.me().role);
  const own = live.own();
  const console = live.console();
  const called = console?.calls.includes(group.id) ?? false;
  const visits = own.visits === group.id;
  const mayVisit = console?.visits === 'always' || (console?.visits === 'called' && called);
  const personName = (id: string): string => people.people.find((person) => person.id === id)?.name ?? t('group.left');
  return (
    <section
      className={classes.group}
      data-own={own.groupId === group.id || undefined}
      aria-label={groupNameIn(group.name, t)}
    >
      <Group justify="space-between">
        <Title order={3} size="h4">
          {groupNameIn(group.name, t)}
        </Title>
        {called ? <Badge color="orange">{t('group.calls')}</Badge> : null}
      </Group>
      <ul className={classes.members}>
        {group.members.map((id) => (
          <li key={id}>
            {facilitates ? (
              <Mover id={id} name={personName(id)} group={group} session={session} give={give} />
            ) : (
              personName(id)
            )}
          </li>
        ))}
      </ul>
      <Group gap="xs">
        {facilitates || own.groupId === group.id ? (
          <Button variant="subtle" onClick={() => setRenaming(true)}>
            {t('group.rename')}
          </Button>
        ) : null}
        {facilitates && (visits || mayVisit) ? (
          <Button
            variant="default"
            leftSection={visits ? <IconEyeOff size={20} aria-hidden /> : <IconEye size={20} aria-hidden />}
            onClick={() => void give({ type: 'visit', groupId: visits ? null : group.id })}
          >
            {visits ? t('group.leave') : t('group.visit')}
          </Button>
        ) : null}
      </Group>
      <NameDialog
        opened={renaming}
        title={t('group.rename')}
        label={t('group.name')}
        missing={t('group.nameMissing')}
        name={groupNameIn(group.name, t)}
        maxLength={60}
        onClose={() => setRenaming(false)}
        onSave={(name) => give({ type: 'renameGroup', groupId: group.id, name })}
      />
    </section>
  );
}

/** One person of a group, and the group they are in: choosing another one moves them. */
function Mover(props: { id: string; name: string; group: GroupView; session: BoardSession; give: Give }): ReactNode {
  const { id, name, group, session, give } = props;
  const t = useT();
  const { groups } = useSession(session).view();
  return (
    <NativeSelect
      label={name}
      value={group.id}
      data={groups.map((one) => ({ value: one.id, label: groupNameIn(one.name, t) }))}
      onChange={(event) => void give({ type: 'moveToGroup', participantId: id, groupId: event.currentTarget.value })}
      classNames={{ root: classes.mover ?? '' }}
    />
  );
}

function Gather({ give }: Pick<GroupsProps, 'give'>): ReactNode {
  const t = useT();
  const [asks, setAsks] = useState(false);
  if (!asks) return <Button onClick={() => setAsks(true)}>{t('group.gather')}</Button>;
  return (
    <Alert color="orange" title={t('group.gatherAsk')}>
      <Stack gap="xs">
        <Button onClick={() => void give({ type: 'gather', keepPrivate: false })}>{t('group.gatherAll')}</Button>
        <Button variant="default" onClick={() => void give({ type: 'gather', keepPrivate: true })}>
          {t('group.gatherPrivate')}
        </Button>
        <Button variant="subtle" onClick={() => setAsks(false)}>
          {t('common.cancel')}
        </Button>
      </Stack>
    </Alert>
  );
}
