import { Button, Group, Select, Stack, Switch, Title } from '@mantine/core';
import { overlaps } from '@talkoot/board';
import { groupNameIn } from '@talkoot/i18n';
import { IconEyeShare, IconFocus2, IconLock, IconLockOpen, IconSpeakerphone } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { CanvasController } from '../../../canvas/controller.ts';
import { useFromCanvas } from '../../../canvas/use-canvas.ts';
import { useModelVersion } from '../../../panels/use-model.ts';
import type { BoardSession } from '../../../sync/session.ts';
import { useT } from '../../../ui/i18n.tsx';
import { toast } from '../../../ui/toasts.tsx';
import type { ConsoleProps } from './console-panel.tsx';
import classes from './console.module.css';

const ICON = 18;
/** As many as a command takes. */
const MOST_FRAMES = 200;
const EVERYONE = '';

/** What everybody sees: where they look, what is pointed at, what is hidden or locked. */
export function ViewSection(props: ConsoleProps): ReactNode {
  const t = useT();
  const { session, run } = props;
  const { hidden } = session.view();
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {t('console.view')}
      </Title>
      <Bring {...props} />
      <Lead {...props} />
      {props.canvas ? <Spotlight session={session} run={run} canvas={props.canvas.controller} /> : null}
      <Switch
        checked={hidden.names}
        label={t('console.hideNames')}
        onChange={({ currentTarget: { checked } }) => void run({ type: 'hide', names: checked })}
      />
      <Switch
        checked={hidden.cursors}
        label={t('console.hideCursors')}
        onChange={({ currentTarget: { checked } }) => void run({ type: 'hide', cursors: checked })}
      />
      <LockAll {...props} />
    </Stack>
  );
}

/** Everybody's view goes along with this one; another facilitator's can be given back, too. */
function Lead({ session, run }: ConsoleProps): ReactNode {
  const t = useT();
  const led = session.view().leads !== null;
  return (
    <Button
      variant={led ? 'light' : 'default'}
      className={classes.left ?? ''}
      leftSection={<IconEyeShare size={ICON} aria-hidden />}
      onClick={() => void run({ type: 'lead', on: !led })}
    >
      {t(led ? 'console.endLead' : 'console.lead')}
    </Button>
  );
}

function Bring({ session, run, canvas }: ConsoleProps): ReactNode {
  const t = useT();
  const { step, bring, groups } = session.view();
  const [whom, setWhom] = useState(EVERYONE);
  const groupId = groups.some(({ id }) => id === whom) ? whom : null;
  const give = async (frames: readonly string[]): Promise<void> => {
    if (await run({ type: 'bring', frames: frames.slice(0, MOST_FRAMES), groupId })) toast(t('console.brought'));
  };
  const controller = canvas?.controller;
  return (
    <>
      <Group gap="xs">
        <IconSpeakerphone size={ICON} aria-hidden />
        {t('console.bring')}
      </Group>
      {groups.length > 0 ? (
        <Select
          label={t('console.whom')}
          value={groupId ?? EVERYONE}
          allowDeselect={false}
          data={[
            { value: EVERYONE, label: t('console.everyone') },
            ...groups.map(({ id, name }) => ({ value: id, label: groupNameIn(name, t) })),
          ]}
          onChange={(value) => setWhom(value ?? EVERYONE)}
        />
      ) : null}
      <Group gap="xs">
        {step && step.frames.length > 0 ? (
          <Button size="sm" variant="default" onClick={() => void give(step.frames)}>
            {t('console.bringStep')}
          </Button>
        ) : null}
        {controller ? <BringButtons canvas={controller} give={give} /> : null}
        {bring?.frames ? (
          <Button size="sm" variant="subtle" onClick={() => void run({ type: 'bring', frames: null, groupId: null })}>
            {t('console.free')}
          </Button>
        ) : null}
      </Group>
    </>
  );
}

function BringButtons(props: {
  canvas: CanvasController;
  give: (frames: readonly string[]) => Promise<void>;
}): ReactNode {
  const t = useT();
  const { canvas, give } = props;
  const selected = useFromCanvas(canvas, ({ selection }) => selection.ids.size > 0);
  return (
    <>
      <Button size="sm" variant="default" disabled={!selected} onClick={() => void give([...canvas.selection.ids])}>
        {t('console.bringSelected')}
      </Button>
      <Button size="sm" variant="default" onClick={() => void give(inView(canvas))}>
        {t('console.bringView')}
      </Button>
    </>
  );
}

/** What this person sees: elements that lie in the view whole, else those that reach into it. */
function inView({ model, camera }: CanvasController): string[] {
  const view = camera.view();
  const ids = [...model.all()].map(({ id }) => id);
  const seen = ids.filter((id) => overlaps(model.box(id) ?? { x: 0, y: 0, width: -1, height: -1 }, view));
  const whole = seen.filter((id) => {
    const box = model.box(id);
    return (
      box !== undefined &&
      box.x >= view.x &&
      box.y >= view.y &&
      box.x + box.width <= view.x + view.width &&
      box.y + box.height <= view.y + view.height
    );
  });
  return whole.length > 0 ? whole : seen;
}

function Spotlight(props: Pick<ConsoleProps, 'session' | 'run'> & { canvas: CanvasController }): ReactNode {
  const t = useT();
  const { session, run, canvas } = props;
  const only = useFromCanvas(canvas, ({ selection }) => selection.only ?? null);
  const lit = session.view().spotlight;
  if (lit !== null && (only === null || only === lit)) {
    return (
      <Button variant="light" onClick={() => void run({ type: 'spotlight', elementId: null })}>
        {t('console.endSpotlight')}
      </Button>
    );
  }
  return (
    <Button
      variant="default"
      className={classes.left ?? ''}
      disabled={only === null}
      leftSection={<IconFocus2 size={ICON} aria-hidden />}
      onClick={() => void run({ type: 'spotlight', elementId: only })}
    >
      {t('console.spotlight')}
    </Button>
  );
}

function LockAll({ session, run }: ConsoleProps): ReactNode {
  const t = useT();
  useModelVersion(session.model);
  const { none, locked } = topLevel(session);
  return (
    <Button
      variant="default"
      className={classes.left ?? ''}
      disabled={none}
      leftSection={locked ? <IconLockOpen size={ICON} aria-hidden /> : <IconLock size={ICON} aria-hidden />}
      onClick={() => void run({ type: 'lockAll', locked: !locked })}
    >
      {t(locked ? 'console.unlockAll' : 'console.lockAll')}
    </Button>
  );
}

/** What stands on the board itself: what is locked there holds what it owns. */
function topLevel({ model }: BoardSession): { none: boolean; locked: boolean } {
  const elements = [...model.all()].filter(({ scope, place }) => scope === 'board' && place.frame === null);
  const none = elements.length === 0;
  return { none, locked: !none && elements.every(({ locked }) => locked) };
}
