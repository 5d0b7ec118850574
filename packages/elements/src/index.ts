export * from './models.ts';
export * from './palette.ts';
export * from './type.ts';
export * from './types.ts';
export { roomFor } from './frame/looks.ts';
export {
  FRAME_LOOKS,
  FRAME_REPEATS,
  FRAME_ROLES,
  FRAME_VISIBILITIES,
  type FrameLook,
  type FrameRepeat,
  type FrameRole,
  type FrameVisibility,
  frameModel,
} from './frame/model.ts';
export { STICKY_COLOURS, type StickyColour, stickyModel } from './sticky/model.ts';
export { TEXT_SIZES, textModel } from './text/model.ts';
