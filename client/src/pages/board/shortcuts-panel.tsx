import { Kbd, Stack, Switch, Table, Title } from '@mantine/core';
import { ELEMENT_TYPES, type ElementType } from '@talkoot/elements';
import type { MessageKey, Translate } from '@talkoot/i18n';
import { type ReactNode, useState } from 'react';
import { useT } from '../../ui/i18n.tsx';
import { hasSingleKeys, keepSingleKeys } from '../../ui/preferences.ts';

/** Keys pressed together; several ways are written one after another. */
type Ways = readonly (readonly string[])[];

interface Group {
  titleKey: MessageKey;
  rows: readonly (readonly [label: string, ways: Ways])[];
}

/** The key of a kind, or of each of its pens. */
function keysOf(type: ElementType, t: Translate): Group['rows'] {
  const key = type.shortcut.toUpperCase();
  if (!type.strokes) return [[t('canvas.tool.add', { kind: t(type.nameKey) }), [[key]]]];
  return type.strokes.pens.slice(0, 2).map(({ labelKey }, at) => [t(labelKey), [at === 0 ? [key] : ['Shift', key]]]);
}

function groupsOf(t: Translate): Group[] {
  const [space, drag, arrows] = [t('shortcuts.key.space'), t('shortcuts.key.drag'), t('shortcuts.key.arrows')];
  const kinds = [...ELEMENT_TYPES.values()].flatMap((type) => keysOf(type, t));
  return [
    {
      titleKey: 'shortcuts.tools',
      rows: [
        [t('canvas.tool.select'), [['V']]],
        [t('shortcuts.pan'), [['H'], [space, drag]]],
        ...kinds,
        [t('canvas.tool.eraser'), [['E']]],
        [t('canvas.tool.laser'), [['K']]],
        [t('shortcuts.laserHeld'), [[t('shortcuts.key.hold'), 'K']]],
      ],
    },
    {
      titleKey: 'shortcuts.editing',
      rows: [
        [t('canvas.edit'), [['Enter'], ['F2']]],
        [t('shortcuts.next'), [['Tab'], ['Ctrl', 'Enter']]],
        [t('shortcuts.grow'), [['Ctrl', '← ↑ → ↓']]],
        [t('shortcuts.nudge'), [[arrows]]],
        [t('shortcuts.nudgeMore'), [['Shift', arrows]]],
        [t('canvas.duplicate'), [['Ctrl', 'D']]],
        [t('shortcuts.copyDrag'), [['Alt', drag]]],
        [t('shortcuts.straight'), [['Ctrl', drag]]],
        [t('shortcuts.straightLine'), [['Shift', drag]]],
        [t('shortcuts.copy'), [['Ctrl', 'C']]],
        [t('shortcuts.cut'), [['Ctrl', 'X']]],
        [t('shortcuts.paste'), [['Ctrl', 'V']]],
        [t('canvas.delete'), [['Delete']]],
        [t('comments.add'), [['Shift', 'F2'], ['C']]],
        [t('canvas.undo'), [['Ctrl', 'Z']]],
        [t('canvas.redo'), [['Ctrl', 'Shift', 'Z']]],
        [t('canvas.selectAll'), [['Ctrl', 'A']]],
        [t('canvas.bundle'), [['Ctrl', 'G']]],
        [t('cluster.move'), [['G']]],
        [t('canvas.unbundle'), [['Ctrl', 'Shift', 'G']]],
        [t('canvas.front'), [[']']]],
        [t('canvas.back'), [['[']]],
        [t('properties.title'), [['Alt', 'Enter']]],
        [t('shortcuts.leave'), [['Esc']]],
        [t('words.bold'), [['Ctrl', 'B']]],
        [t('words.italic'), [['Ctrl', 'I']]],
        [t('words.strike'), [['Ctrl', 'Shift', 'X']]],
        [t('words.bullets'), [['Ctrl', 'Shift', '8']]],
        [t('words.numbers'), [['Ctrl', 'Shift', '7']]],
        [t('words.link'), [['Ctrl', 'K']]],
        [t('words.toBar'), [['Alt', 'F10']]],
      ],
    },
    {
      titleKey: 'shortcuts.view',
      rows: [
        [t('canvas.zoomIn'), [['+']]],
        [t('canvas.zoomOut'), [['-']]],
        [t('canvas.zoomReal'), [['0']]],
        [t('canvas.zoomFit'), [['1'], ['Shift', '1']]],
        [t('canvas.zoomSelection'), [['2'], ['Shift', '2']]],
        [t('shortcuts.nextElement'), [['.']]],
        [t('shortcuts.previousElement'), [[',']]],
        [t('canvas.frames.next'), [['Page Down']]],
        [t('canvas.frames.previous'), [['Page Up']]],
        [t('find.title'), [['Ctrl', 'F']]],
        [t('outline.instead'), [['Ctrl', 'Shift', 'L']]],
        [t('shortcuts.menu'), [['Shift', 'F10']]],
        [t('shortcuts.list'), [['?']]],
      ],
    },
  ];
}

/** All keys of the board, and whether those of one letter count: some people speak to their device (WCAG 2.1.4). */
export function ShortcutsPanel(): ReactNode {
  const t = useT();
  const [single, setSingle] = useState(hasSingleKeys);
  return (
    <Stack gap="lg">
      <Switch
        checked={single}
        label={t('shortcuts.single')}
        description={t('shortcuts.singleHelp')}
        styles={{ description: { fontSize: 14, lineHeight: 1.45 } }}
        onChange={({ currentTarget: { checked } }) => {
          keepSingleKeys(checked);
          setSingle(checked);
        }}
      />
      {groupsOf(t).map(({ titleKey, rows }) => (
        <section key={titleKey}>
          <Title order={3} size="h5" mb={4}>
            {t(titleKey)}
          </Title>
          <Table verticalSpacing={6} horizontalSpacing={0}>
            <Table.Tbody>
              {rows.map(([label, ways]) => (
                <Table.Tr key={label}>
                  <Table.Td>{label}</Table.Td>
                  <Table.Td ta="end" style={{ whiteSpace: 'nowrap' }}>
                    <KeyWays ways={ways} or={t('shortcuts.key.or')} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
    </Stack>
  );
}

function KeyWays({ ways, or }: { ways: Ways; or: string }): ReactNode {
  return ways.map((keys, way) => (
    <span key={keys.join()}>
      {way > 0 ? ` ${or} ` : null}
      {keys.map((key, index) => (
        <span key={key}>
          {index > 0 ? ' + ' : null}
          <Kbd size="sm" ff="text">
            {key}
          </Kbd>
        </span>
      ))}
    </span>
  ));
}
