import { IconArrowsMaximize, IconMap2, IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, Suspense, useCallback, useState, useSyncExternalStore } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { useFromCanvas } from '../canvas/use-canvas.ts';
import { useT } from '../ui/i18n.tsx';
import { latePart } from '../ui/late-part.tsx';
import { lazyPart } from '../ui/lazy-part.ts';
import { followMedia } from '../ui/media.ts';
import { hasMinimap, keepMinimap } from '../ui/preferences.ts';
import { useOpener } from '../ui/use-opener.ts';
import classes from './bars.module.css';
import { BarButton } from './toolbar.tsx';

const Minimap = lazyPart(async () => (await import('./finding/minimap.tsx')).Minimap);
const ZoomMenu = latePart(async () => (await import('./zoom-menu.tsx')).ZoomMenu);

const ZOOM_STEP = 1.25;

/** As in bars.module.css: phones pinch, and step from frame to frame. */
const WIDE = window.matchMedia('(min-width: 641px)');
const followWide = followMedia(WIDE);

/** How near the board is seen, in the lower right corner, and above it the board as a small picture. */
export function ZoomBar({ canvas }: { canvas: CanvasController }): ReactNode {
  const wide = useSyncExternalStore(followWide, () => WIDE.matches);
  return wide ? <Bar canvas={canvas} /> : null;
}

function Bar({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const [map, setMap] = useState(hasMinimap);
  const toggleMap = (): void => {
    keepMinimap(!map);
    setMap(!map);
  };
  const { model } = canvas;
  const follow = useCallback((listener: () => void) => model.subscribe(listener), [model]);
  const empty = useSyncExternalStore(follow, () => model.size === 0);
  return (
    <>
      {map && !empty ? (
        <Suspense fallback={null}>
          <Minimap canvas={canvas} />
        </Suspense>
      ) : null}
      <div
        className={`${classes.bar} ${classes.zoom}`}
        role="toolbar"
        aria-label={t('canvas.zoom')}
        data-canvas-overlay=""
        data-testid="zoom-bar"
      >
        <BarButton label={t('minimap.show')} pressed={map} className={classes.quiet} onClick={toggleMap}>
          <IconMap2 size={20} stroke={1.75} />
        </BarButton>
        <span className={classes.divider} />
        <BarButton label={t('canvas.zoomOut')} keys="-" onClick={() => canvas.camera.zoomBy(1 / ZOOM_STEP)}>
          <IconMinus size={20} stroke={1.75} />
        </BarButton>
        <ZoomButton canvas={canvas} />
        <BarButton label={t('canvas.zoomIn')} keys="+" onClick={() => canvas.camera.zoomBy(ZOOM_STEP)}>
          <IconPlus size={20} stroke={1.75} />
        </BarButton>
        <BarButton label={t('canvas.zoomFit')} keys="1" onClick={() => canvas.fit()}>
          <IconArrowsMaximize size={20} stroke={1.75} />
        </BarButton>
      </div>
    </>
  );
}

function ZoomButton({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const { opener, at } = useOpener(ZoomMenu);
  return (
    <>
      <button
        {...opener}
        type="button"
        className={classes.level}
        aria-description={t('canvas.zoom')}
        title={t('canvas.zoom')}
      >
        <Percent canvas={canvas} />
      </button>
      {at && <ZoomMenu at={at} canvas={canvas} />}
    </>
  );
}

/** Apart from the bar: it changes with every frame of a zoom, and the bar's tooltips are dear to render. */
function Percent({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const percent = useFromCanvas(canvas, ({ camera }) => Math.round(camera.zoom * 100));
  return t('canvas.zoomLevel', { percent });
}
