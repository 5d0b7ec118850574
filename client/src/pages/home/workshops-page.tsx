import { Button, Group, Menu, Stack, TextInput, Title, UnstyledButton } from '@mantine/core';
import type { Me, WorkshopView } from '@talkoot/protocol';
import { IconPlus, IconSearch, IconUser } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { api } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import { useForgetEverything, useWorkshops } from '../../api/queries.ts';
import { useT } from '../../ui/i18n.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { fetchBoardAhead } from '../board/board-code.ts';
import { CreateDialog } from './create-dialog.tsx';
import { DeletedWorkshops } from './deleted-workshops.tsx';
import { FirstWorkshop } from './first-workshop.tsx';
import classes from './home.module.css';
import { InviteDialog } from './invite-dialog.tsx';
import { WorkshopCards } from './workshop-cards.tsx';

/** The list comes first; then the code of what is behind it. */
const AHEAD_AFTER_MS = 300;

/** With fewer than this a search field is only in the way. */
const SEARCH_FROM = 6;

type Account = NonNullable<Me['account']>;

/** The workshops of the person's teams. */
export function WorkshopsPage({ me, account }: { me: Me; account: Account }): ReactNode {
  const t = useT();
  const workshops = useWorkshops(true);
  const [creating, setCreating] = useState(false);
  const all = workshops.data?.workshops;
  const kept = all?.filter(({ deletedAt }) => deletedAt === null) ?? [];
  const deleted = all?.filter(({ deletedAt }) => deletedAt !== null) ?? [];
  return (
    <PageFrame title={t('home.title')} size="list" actions={<AccountMenu me={me} account={account} />}>
      {workshops.isPending ? (
        <LoadingState />
      ) : workshops.isError ? (
        <ErrorState
          title={t('error.away.title')}
          text={t(`problem.${problemCode(workshops.error)}`)}
          onRetry={() => void workshops.refetch()}
        />
      ) : (
        <Stack gap="xl">
          {kept.length === 0 ? (
            <FirstWorkshop onCreate={() => setCreating(true)} />
          ) : (
            <WorkshopList workshops={kept} onCreate={() => setCreating(true)} />
          )}
          {deleted.length > 0 ? <DeletedWorkshops workshops={deleted} /> : null}
        </Stack>
      )}
      <CreateDialog opened={creating} onClose={() => setCreating(false)} />
    </PageFrame>
  );
}

function WorkshopList({ workshops, onCreate }: { workshops: WorkshopView[]; onCreate: () => void }): ReactNode {
  const t = useT();
  useEffect(() => {
    const timer = setTimeout(fetchBoardAhead, AHEAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const [search, setSearch] = useState('');
  const words = search.trim().toLocaleLowerCase();
  const found = workshops.filter(({ title }) => title.toLocaleLowerCase().includes(words));
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        <Title order={1}>{t('home.title')}</Title>
        <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={onCreate}>
          {t('home.newWorkshop')}
        </Button>
      </Group>
      {workshops.length >= SEARCH_FROM ? (
        <TextInput
          type="search"
          aria-label={t('home.filter')}
          placeholder={t('home.filter')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      ) : null}
      {found.length === 0 ? <p role="status">{t('home.noMatch')}</p> : <WorkshopCards workshops={found} />}
    </Stack>
  );
}

function AccountMenu({ me, account }: { me: Me; account: Account }): ReactNode {
  const t = useT();
  const forget = useForgetEverything();
  const [inviting, setInviting] = useState(false);
  const [team] = me.teams;
  return (
    <>
      <Menu>
        <Menu.Target>
          <UnstyledButton className={classes.account ?? ''}>
            <IconUser size={20} aria-hidden />
            <span className={classes.accountName}>{account.name}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {team ? <Menu.Item onClick={() => setInviting(true)}>{t('invitation.create')}</Menu.Item> : null}
          <Menu.Item component={Link} to="/join">
            {t('home.joinHere')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void api.signOut().finally(forget)}>{t('account.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {team ? <InviteDialog team={team} opened={inviting} onClose={() => setInviting(false)} /> : null}
    </>
  );
}
