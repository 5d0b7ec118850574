import { Badge, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import type { DisplayLink } from '@talkoot/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconExternalLink, IconPresentation } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useT } from '../../ui/i18n.tsx';
import { toast, toastProblem } from '../../ui/toasts.tsx';

const POLL_MS = 5_000;
const NAME_LENGTH = 60;

/** Links for projectors: making one, and seeing and ending those that there are. */
export function RoomScreens({ workshopId }: { workshopId: string }): ReactNode {
  const t = useT();
  const client = useQueryClient();
  const key = ['displays', workshopId];
  const { data } = useQuery({ queryKey: key, queryFn: () => api.displays(workshopId), refetchInterval: POLL_MS });
  const [name, setName] = useState('');
  const [made, setMade] = useState<DisplayLink | null>(null);
  const change = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      toastProblem(t(`problem.${problemCode(error)}`));
    }
    await client.invalidateQueries({ queryKey: key });
  };
  const make = (): Promise<void> =>
    change(async () => {
      setMade(await api.newDisplay(workshopId, name.trim()));
      setName('');
    });
  const end = (id: string): Promise<void> =>
    change(async () => {
      await api.endDisplay(workshopId, id);
      if (made?.id === id) setMade(null);
      toast(t('display.ended'));
    });
  return (
    <Stack component="section" gap="sm" aria-label={t('display.title')}>
      <div>
        <Title order={3} size="h4">
          {t('display.title')}
        </Title>
        <Text c="dimmed">{t('display.about')}</Text>
      </div>
      <Group align="flex-end" gap="sm">
        <TextInput
          flex="1 1 200px"
          label={t('display.name')}
          maxLength={NAME_LENGTH}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button variant="default" leftSection={<IconPresentation size={18} aria-hidden />} onClick={() => void make()}>
          {t('display.make')}
        </Button>
      </Group>
      {made ? <NewLink url={made.url} /> : null}
      {data && data.displays.length > 0 ? (
        <Stack component="ul" gap={4} m={0} p={0} aria-label={t('display.list')}>
          {data.displays.map((display, at) => {
            const shown = display.name || t('display.unnamed', { number: at + 1 });
            return (
              <Group key={display.id} component="li" gap="sm" wrap="nowrap">
                <Text flex={1} miw={0} truncate>
                  {shown}
                </Text>
                <Badge variant="light" color={display.online ? 'green' : 'gray'}>
                  {t(display.online ? 'display.on' : 'display.off')}
                </Badge>
                <Button
                  size="compact-md"
                  variant="subtle"
                  color="red"
                  aria-label={t('display.end', { name: shown })}
                  onClick={() => void end(display.id)}
                >
                  {t('display.endShort')}
                </Button>
              </Group>
            );
          })}
        </Stack>
      ) : null}
    </Stack>
  );
}

function NewLink({ url }: { url: string }): ReactNode {
  const t = useT();
  return (
    <Stack gap={4}>
      <Group align="flex-end" gap="sm">
        <TextInput
          flex="1 1 240px"
          label={t('display.link')}
          readOnly
          value={url}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={url} label={t('share.copyLink')} />
        <Button
          component="a"
          href={url}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconExternalLink size={18} aria-hidden />}
        >
          {t('display.open')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('display.once')}
      </Text>
    </Stack>
  );
}
