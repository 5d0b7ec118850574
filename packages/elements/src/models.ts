import { kindRegistry } from '@talkoot/board';
import { clusterModel } from './cluster/model.ts';
import { connectorModel } from './connector/model.ts';
import { drawingModel } from './drawing/model.ts';
import { frameModel } from './frame/model.ts';
import { imageModel } from './image/model.ts';
import { shapeModel } from './shape/model.ts';
import { stickyModel } from './sticky/model.ts';
import { textModel } from './text/model.ts';

/** Every element kind, for engines that need only the fields: one line a kind. */
export const ELEMENT_MODELS = kindRegistry([
  stickyModel,
  textModel,
  shapeModel,
  connectorModel,
  drawingModel,
  imageModel,
  frameModel,
  clusterModel,
]);
