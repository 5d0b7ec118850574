export * from './element.ts';
export * from './fields.ts';
export * from './frames.ts';
export * from './kind.ts';
export * from './order.ts';
export * from './undo.ts';
