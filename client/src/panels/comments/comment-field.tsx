import { Button, Combobox, Group, Stack, Textarea, useCombobox } from '@mantine/core';
import { LIMITS } from '@talkoot/protocol';
import { nanoid } from 'nanoid';
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { useT } from '../../ui/i18n.tsx';
import classes from './comments.module.css';
import { type Asked, askedAt, mentionedIn, type Named, offeredFor } from './mentions.ts';

/** So many people are offered at once; more letters bring the others. */
const MOST_OFFERED = 8;

export interface CommentFieldProps {
  label: string;
  /** What the button says. */
  sendLabel: string;
  /** People who can be mentioned. */
  people: readonly Named[];
  words?: string;
  /** Shows the button only once there is something to send. */
  quiet?: boolean;
  fieldRef?: RefObject<HTMLTextAreaElement | null>;
  /** Sends it; with the same id it is sent once, however often it is tried. Answers whether it arrived. */
  onSend(id: string, words: string, mentions: string[]): Promise<boolean>;
  onCancel?(): void;
}

/** A field for a comment. After `@` it offers people; Ctrl+Enter sends. What was not sent stays in the field. */
export function CommentField(props: CommentFieldProps): ReactNode {
  const { label, people, quiet, onCancel } = props;
  const t = useT();
  const [words, setWords] = useState(props.words ?? '');
  const own = useRef<HTMLTextAreaElement>(null);
  const field = props.fieldRef ?? own;
  const sendWords = useSending(props, () => {
    setWords('');
    // The button goes away with the words.
    field.current?.focus();
  });
  const offer = useOffer(field, people, words, setWords);
  const empty = words.trim() === '';
  const send = (): void => {
    if (!empty) void sendWords(words);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (offer.onKey(event)) event.preventDefault();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    else if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <Stack gap={8}>
      <Combobox
        store={offer.combobox}
        onOptionSubmit={offer.take}
        position="bottom-start"
        width={260}
        withinPortal={false}
        classNames={{ option: classes.option ?? '' }}
      >
        <Combobox.DropdownTarget>
          <Textarea
            ref={field}
            label={label}
            autosize
            minRows={quiet ? 1 : 2}
            maxRows={10}
            maxLength={LIMITS.commentLength}
            value={words}
            aria-autocomplete="list"
            aria-controls={offer.shown.length > 0 ? offer.listId : undefined}
            aria-activedescendant={offer.activeId}
            onChange={({ currentTarget }) => {
              setWords(currentTarget.value);
              offer.look(currentTarget);
            }}
            onSelect={({ currentTarget }) => offer.look(currentTarget)}
            onBlur={offer.close}
            onKeyDown={onKey}
          />
        </Combobox.DropdownTarget>
        <Combobox.Dropdown>
          <Combobox.Options id={offer.listId} aria-label={t('comments.people')}>
            {offer.shown.map(({ id, name }, at) => (
              <Combobox.Option
                key={id}
                value={id}
                id={`${offer.listId}-${id}`}
                selected={at === offer.at}
                aria-selected={at === offer.at}
              >
                {name}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {quiet && empty ? null : (
        <Group gap="xs">
          <Button size="sm" disabled={empty} title="Ctrl + Enter" onClick={send}>
            {props.sendLabel}
          </Button>
          {onCancel ? (
            <Button size="sm" variant="default" onClick={onCancel}>
              {t('common.cancel')}
            </Button>
          ) : null}
        </Group>
      )}
    </Stack>
  );
}

/** Tried again with the same words it is the same command: when the answer was lost, nobody reads it twice. */
function useSending({ people, onSend }: CommentFieldProps, onSent: () => void): (words: string) => Promise<void> {
  // Not shown on the button: one that is switched off would lose the focus.
  const busy = useRef(false);
  const tried = useRef({ words: '', id: '' });
  return async (words) => {
    if (busy.current) return;
    if (tried.current.words !== words) tried.current = { words, id: nanoid() };
    busy.current = true;
    const arrived = await onSend(tried.current.id, words, mentionedIn(words, people).slice(0, LIMITS.commentMentions));
    busy.current = false;
    if (!arrived) return;
    tried.current = { words: '', id: '' };
    onSent();
  };
}

interface Offer<P extends Named> {
  combobox: ReturnType<typeof useCombobox>;
  shown: readonly P[];
  /** Which of them the keys are at. */
  at: number;
  listId: string;
  activeId: string | undefined;
  /** The caret or the words of the field changed. */
  look(field: HTMLTextAreaElement): void;
  close(): void;
  take(id: string): void;
  /** Answers whether the key was for the list. */
  onKey(event: KeyboardEvent): boolean;
}

/** People offered while a name is typed after an `@`. */
function useOffer<P extends Named>(
  field: RefObject<HTMLTextAreaElement | null>,
  people: readonly P[],
  words: string,
  setWords: (words: string) => void,
): Offer<P> {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [at, setAt] = useState(0);
  const listId = useId();
  const shown = asked ? offeredFor(asked.text, people).slice(0, MOST_OFFERED) : [];
  const open = shown.length > 0;
  const combobox = useCombobox({ opened: open });
  const close = (): void => setAsked(null);
  const take = (id: string): void => {
    const person = shown.find((one) => one.id === id);
    const { current } = field;
    if (!person || !asked || !current) return;
    const before = `${words.slice(0, asked.from)}@${person.name} `;
    setWords(before + words.slice(asked.from + 1 + asked.text.length).trimStart());
    close();
    requestAnimationFrame(() => current.setSelectionRange(before.length, before.length));
  };
  const look = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): void => {
    const next = selectionStart === selectionEnd ? askedAt(value, selectionStart) : null;
    if (next?.from === asked?.from && next?.text === asked?.text) return;
    // A name that is complete asks for nobody any more.
    const done = next !== null && people.some(({ name }) => `${name} ` === next.text);
    setAsked(done ? null : next);
    setAt(0);
  };
  const onKey = ({ key, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean => {
    if (!open || nativeEvent.isComposing) return false;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((at + step + shown.length) % shown.length);
    else if (key === 'Escape') close();
    else if ((key === 'Enter' || key === 'Tab') && !ctrlKey && !metaKey) take(shown[at]?.id ?? '');
    else return false;
    return true;
  };
  const active = shown[at];
  return {
    combobox,
    shown,
    at,
    listId,
    activeId: active && `${listId}-${active.id}`,
    look,
    close,
    take,
    onKey,
  };
}
