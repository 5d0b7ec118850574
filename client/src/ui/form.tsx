import { Alert, Stack } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { type ClientProblemCode, problemCode } from '../api/problem.ts';
import { useT } from './i18n.tsx';

/** What is wrong with each field, in words; a field that is right is absent. */
export type FieldErrors<F extends string> = Partial<Record<F, string>>;

interface FormState<F extends string> {
  errors: FieldErrors<F>;
  problem: ClientProblemCode | null;
  busy: boolean;
  /** Spread on {@link FormShell}. */
  submit: (event: FormEvent<HTMLFormElement>) => void;
  /** Takes away the words beside a field once it is being corrected. */
  clear: (field: F) => void;
}

/**
 * The life of a form: checks, sends, tells what went wrong. The first field with an error gets the focus.
 * `fieldOf` names the field that a problem from the server belongs beside, with its words.
 */
export function useForm<F extends string>(options: {
  check: () => FieldErrors<F>;
  send: () => Promise<void>;
  fieldOf?: (code: ClientProblemCode) => { field: F; message: string } | null;
}): FormState<F> {
  const [errors, setErrors] = useState<FieldErrors<F>>({});
  const [problem, setProblem] = useState<ClientProblemCode | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const show = (found: FieldErrors<F>): void => {
    setErrors(found);
    const [first] = Object.keys(found);
    if (first) requestAnimationFrame(() => focusField(form.current, first));
  };
  const run = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await options.send();
    } catch (error) {
      const code = problemCode(error);
      const place = options.fieldOf?.(code);
      if (place) show({ [place.field]: place.message } as FieldErrors<F>);
      else setProblem(code);
    } finally {
      setBusy(false);
    }
  };
  return {
    errors,
    problem,
    busy,
    submit: (event) => {
      event.preventDefault();
      form.current = event.currentTarget;
      const found = options.check();
      show(found);
      if (Object.keys(found).length === 0 && !busy) void run();
    },
    clear: (field) => setErrors(({ [field]: _gone, ...rest }) => rest as FieldErrors<F>),
  };
}

function focusField(form: HTMLFormElement | null, name: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLElement) field.focus();
}

/** A form with its problem in words at the top; browsers' own bubbles are off, they speak another language. */
export function FormShell(props: {
  submit: (event: FormEvent<HTMLFormElement>) => void;
  problem: ClientProblemCode | null;
  children: ReactNode;
}): ReactNode {
  const t = useT();
  return (
    <form noValidate onSubmit={props.submit}>
      <Stack gap="md">
        {props.problem ? (
          <Alert color="red" role="alert" icon={<IconAlertCircle aria-hidden />}>
            {t(`problem.${props.problem}`)}
          </Alert>
        ) : null}
        {props.children}
      </Stack>
    </form>
  );
}
