import { PasswordInput, TextInput } from '@mantine/core';
import type { Translate } from '@talkoot/i18n';
import type { ReactNode } from 'react';
import type { FieldErrors } from './form.tsx';
import { useT } from './i18n.tsx';

/** Name, email and password of a new account. */
export interface NewAccount {
  name: string;
  email: string;
  password: string;
}
export type AccountField = keyof NewAccount;

const PASSWORD_LENGTH = 10;
const NAME_LENGTH = 60;

/** Loose on purpose: only the obvious slip is caught here, the server decides. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}

/** What is still wrong with a new account. */
export function checkAccount(account: NewAccount, t: Translate): FieldErrors<AccountField> {
  return {
    ...(account.name.trim() === '' ? { name: t('account.nameMissing') } : {}),
    ...(looksLikeEmail(account.email) ? {} : { email: t('account.emailInvalid') }),
    ...(account.password.length < PASSWORD_LENGTH ? { password: t('account.passwordShort') } : {}),
  };
}

/** The fields of a new account, for set-up and for invitations. */
export function AccountFields(props: {
  account: NewAccount;
  errors: FieldErrors<AccountField>;
  onChange: (field: AccountField, value: string) => void;
}): ReactNode {
  const t = useT();
  const { account, errors, onChange } = props;
  return (
    <>
      <TextInput
        name="name"
        label={t('account.name')}
        description={t('account.nameHint')}
        autoComplete="name"
        maxLength={NAME_LENGTH}
        value={account.name}
        error={errors.name}
        onChange={(event) => onChange('name', event.currentTarget.value)}
      />
      <TextInput
        name="email"
        type="email"
        label={t('account.email')}
        autoComplete="username"
        value={account.email}
        error={errors.email}
        onChange={(event) => onChange('email', event.currentTarget.value)}
      />
      <PasswordInput
        name="password"
        label={t('account.password')}
        description={t('account.passwordHint')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('account.passwordToggle') }}
        value={account.password}
        error={errors.password}
        onChange={(event) => onChange('password', event.currentTarget.value)}
      />
    </>
  );
}
