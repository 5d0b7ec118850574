import { End, type KindModel } from '@talkoot/board';
import { z } from 'zod/mini';
import { SHAPE_WEIGHTS } from '../shape/model.ts';
import { STICKY_COLOURS } from '../sticky/model.ts';
import { routeOf } from './route.ts';

/** How the line goes from end to end. */
export const CONNECTOR_PATHS = ['curved', 'straight', 'elbow'] as const;
export type ConnectorPath = (typeof CONNECTOR_PATHS)[number];

/** What stands at an end of the line. */
export const CONNECTOR_HEADS = ['none', 'arrow', 'triangle', 'dot', 'diamond'] as const;
export type ConnectorHead = (typeof CONNECTOR_HEADS)[number];

export const CONNECTOR_LINES = ['ink', ...STICKY_COLOURS] as const;

export const connectorModel = {
  kind: 'connector',
  fields: {
    from: { schema: End, write: 'move', required: true },
    to: { schema: End, write: 'move', required: true },
    path: { schema: z.enum(CONNECTOR_PATHS), write: 'author' },
    startHead: { schema: z.enum(CONNECTOR_HEADS), write: 'author' },
    endHead: { schema: z.enum(CONNECTOR_HEADS), write: 'author' },
    line: { schema: z.enum(CONNECTOR_LINES), write: 'author' },
    weight: { schema: z.enum(SHAPE_WEIGHTS), write: 'author' },
    dashed: { schema: z.boolean(), write: 'author' },
  },
  connects: { ends: ['from', 'to'], route: routeOf },
  text: { formats: ['bold', 'italic', 'strike', 'link'], maxLength: 300 },
  participantsMayAdd: true,
} as const satisfies KindModel;
