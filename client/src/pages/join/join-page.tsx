import { Anchor, Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import type { JoinPreview } from '@talkoot/protocol';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { api } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import { useMe } from '../../api/queries.ts';
import { takeElementLink } from '../../panels/finding/element-link.ts';
import { FormShell, useForm } from '../../ui/form.tsx';
import { prefersPhonePage } from '../../ui/preferences.ts';
import { useHash } from '../../ui/use-hash.ts';
import { useT } from '../../ui/i18n.tsx';
import { latePart } from '../../ui/late-part.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { fetchBoardAhead } from '../board/board-code.ts';
import { codeIn } from './code-in.ts';

/** Most come by a link or a QR code that holds the code. */
const JoinCodeForm = latePart(async () => (await import('./join-code-form.tsx')).JoinCodeForm);

const NAME_LENGTH = 60;

/**
 * Joining: the code, then the name. The code comes typed, as `/join/<code>` or after `#`, as in the QR, where it
 * reaches no server's log.
 */
export function JoinPage(): ReactNode {
  const t = useT();
  const hash = useHash();
  const { code: inPath } = useParams<{ code?: string }>();
  const given = inPath ?? decodeURIComponent(hash.slice(1));
  const code = codeIn(given);
  return (
    <PageFrame title={t('join.title')}>
      {code ? <JoinWithCode key={code} code={code} /> : <AskCode startWith={given} wrong={given !== ''} />}
    </PageFrame>
  );
}

function AskCode({ startWith, wrong }: { startWith: string; wrong: boolean }): ReactNode {
  const t = useT();
  return (
    <Paper withBorder shadow="sm" p="xl">
      <Stack gap="lg">
        <Title order={1}>{t('join.title')}</Title>
        <JoinCodeForm startWith={startWith} wrong={wrong} />
      </Stack>
    </Paper>
  );
}

function JoinWithCode({ code }: { code: string }): ReactNode {
  const t = useT();
  const preview = useQuery({ queryKey: ['join', code], queryFn: () => api.joinPreview(code), staleTime: 0 });
  if (preview.isPending) return <LoadingState />;
  if (preview.isError) {
    const problem = problemCode(preview.error);
    if (problem === 'code-unknown' || problem === 'not-found') return <AskCode startWith={code} wrong />;
    return (
      <ErrorState
        title={t(problem === 'unreachable' ? 'error.away.title' : 'join.title')}
        text={t(`problem.${problem}`)}
        onRetry={() => void preview.refetch()}
      />
    );
  }
  return <AskName code={code} preview={preview.data} />;
}

function AskName({ code, preview }: { code: string; preview: JoinPreview }): ReactNode {
  const t = useT();
  const [someoneElse, setSomeoneElse] = useState(false);
  // While the name is being written: the first note is then a moment away.
  useEffect(fetchBoardAhead, []);
  return (
    <Paper withBorder shadow="sm" p="xl">
      <Stack gap="lg">
        <div>
          <Text c="dimmed">{t('join.title')}</Text>
          <Title order={1}>{preview.title}</Title>
        </div>
        {preview.known && !someoneElse ? (
          <KnownPerson code={code} name={preview.known.name} onSomeoneElse={() => setSomeoneElse(true)} />
        ) : (
          <NameForm code={code} someoneElse={preview.known !== null} />
        )}
        <Anchor component={Link} to="/join" underline="always">
          {t('join.otherCode')}
        </Anchor>
      </Stack>
    </Paper>
  );
}

/** Joins and goes to the board, which also shows the wait in the lobby. */
function useJoin(code: string): (name: string, someoneElse: boolean) => Promise<void> {
  const [, navigate] = useLocation();
  return async (name, someoneElse) => {
    const result = await api.join({ code, name, ...(someoneElse ? { someoneElse } : {}) });
    const element = takeElementLink(result.workshopId);
    // An element of a link is seen on the board.
    const page = element === '' && prefersPhonePage() ? 'phone' : 'w';
    navigate(`/${page}/${result.workshopId}${element}`);
  };
}

function KnownPerson(props: { code: string; name: string; onSomeoneElse: () => void }): ReactNode {
  const t = useT();
  const join = useJoin(props.code);
  const form = useForm<never>({ check: () => ({}), send: () => join(props.name, false) });
  return (
    <FormShell submit={form.submit} problem={form.problem}>
      <Button type="submit" size="lg" loading={form.busy}>
        {t('join.continueAs', { name: props.name })}
      </Button>
      <Button variant="default" size="lg" onClick={props.onSomeoneElse}>
        {t('join.someoneElse')}
      </Button>
    </FormShell>
  );
}

function NameForm({ code, someoneElse }: { code: string; someoneElse: boolean }): ReactNode {
  const t = useT();
  const me = useMe();
  const [typed, setTyped] = useState<string | null>(null);
  // A signed-in person need not write the name again.
  const name = typed ?? (someoneElse ? '' : (me.data?.account?.name ?? ''));
  const join = useJoin(code);
  const form = useForm<'name'>({
    check: () => (name.trim() === '' ? { name: t('join.nameMissing') } : {}),
    send: () => join(name.trim(), someoneElse),
  });
  return (
    <FormShell submit={form.submit} problem={form.problem}>
      <TextInput
        name="name"
        label={t('join.name')}
        description={t('join.nameHint')}
        size="lg"
        labelProps={{ size: 'md' }}
        descriptionProps={{ size: 'sm' }}
        errorProps={{ size: 'sm' }}
        autoComplete="nickname"
        maxLength={NAME_LENGTH}
        value={name}
        error={form.errors.name}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          form.clear('name');
        }}
      />
      <Button type="submit" size="lg" loading={form.busy}>
        {t('join.enter')}
      </Button>
    </FormShell>
  );
}
