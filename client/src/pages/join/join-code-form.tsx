import { Button, TextInput } from '@mantine/core';
import { formatCode } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../api/endpoints.ts';
import { FormShell, useForm } from '../../ui/form.tsx';
import { useT } from '../../ui/i18n.tsx';
import { codeIn } from './code-in.ts';
import classes from './join.module.css';

/** Room for a whole link pasted by mistake: the code is found in it. */
const LONGEST_PASTE = 300;

/** Asks for the code, checks it with the server and goes on to the name. */
export function JoinCodeForm(props: { startWith?: string; wrong?: boolean }): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState(props.startWith ?? '');
  const [told, setTold] = useState(props.wrong ?? false);
  const form = useForm<'code'>({
    check: () =>
      typed.trim() === ''
        ? { code: t('join.codeMissing') }
        : codeIn(typed) === null
          ? { code: t('join.codeFormat') }
          : {},
    fieldOf: (code) =>
      code === 'code-unknown' || code === 'not-found' || code === 'invalid-input'
        ? { field: 'code', message: t('join.wrongCode') }
        : code === 'too-many-requests'
          ? { field: 'code', message: t('problem.too-many-requests') }
          : null,
    send: async () => {
      const code = codeIn(typed) ?? '';
      setTold(false);
      await api.joinPreview(code);
      navigate(`/join/${formatCode(code)}`);
    },
  });
  return (
    <FormShell submit={form.submit} problem={form.problem}>
      <TextInput
        name="code"
        label={t('join.code')}
        description={t('join.codeHint')}
        size="xl"
        labelProps={{ size: 'md' }}
        descriptionProps={{ size: 'sm' }}
        errorProps={{ size: 'sm' }}
        classNames={{ input: classes.code ?? '' }}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={LONGEST_PASTE}
        value={typed}
        error={form.errors.code ?? (told ? t('join.wrongCode') : undefined)}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setTold(false);
          form.clear('code');
        }}
        onBlur={() => {
          const code = codeIn(typed);
          if (code) setTyped(formatCode(code));
        }}
      />
      <Button type="submit" size="lg" loading={form.busy}>
        {t('join.continue')}
      </Button>
    </FormShell>
  );
}
