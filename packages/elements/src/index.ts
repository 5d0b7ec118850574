export * from './models.ts';
export * from './palette.ts';
export * from './type.ts';
export * from './types.ts';
export { FRAME_LOOKS, type FrameLook, frameModel } from './frame/model.ts';
export { STICKY_COLOURS, type StickyColour, stickyModel } from './sticky/model.ts';
export { TEXT_SIZES, textModel } from './text/model.ts';
