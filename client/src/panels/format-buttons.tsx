import type { TextFormat } from '@talkoot/board';
import type { MessageKey } from '@talkoot/i18n';
import { type Icon, IconBold, IconItalic, IconList, IconListNumbers, IconStrikethrough } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../ui/i18n.tsx';
import { BarButton } from './toolbar.tsx';

/** One way words can look. */
interface Look {
  format: TextFormat;
  value: unknown;
  labelKey: MessageKey;
  keys: string;
  Icon: Icon;
}

/** Every look that is a button or an item of a menu: links need an address. */
export const WORD_LOOKS: readonly Look[] = [
  { format: 'bold', value: true, labelKey: 'words.bold', keys: 'Ctrl+B', Icon: IconBold },
  { format: 'italic', value: true, labelKey: 'words.italic', keys: 'Ctrl+I', Icon: IconItalic },
  { format: 'strike', value: true, labelKey: 'words.strike', keys: 'Ctrl+Shift+X', Icon: IconStrikethrough },
  { format: 'list', value: 'bullet', labelKey: 'words.bullets', keys: 'Ctrl+Shift+8', Icon: IconList },
  { format: 'list', value: 'ordered', labelKey: 'words.numbers', keys: 'Ctrl+Shift+7', Icon: IconListNumbers },
];

/** A button for each look that the words may have; `plain` ones name no keys, since those work while writing. */
export function FormatButtons(props: {
  formats: readonly TextFormat[];
  plain?: boolean;
  has(format: TextFormat, value: unknown): boolean;
  toggle(format: TextFormat, value: unknown): void;
}): ReactNode {
  const t = useT();
  return WORD_LOOKS.filter(({ format }) => props.formats.includes(format)).map(
    ({ format, value, labelKey, keys, Icon }) => (
      <BarButton
        key={labelKey}
        label={t(labelKey)}
        keys={props.plain ? undefined : keys}
        pressed={props.has(format, value)}
        onClick={() => props.toggle(format, value)}
      >
        <Icon size={20} stroke={1.75} />
      </BarButton>
    ),
  );
}
