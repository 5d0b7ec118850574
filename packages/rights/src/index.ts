export * from './comments.ts';
export * from './decide.ts';
export * from './types.ts';
export * from './document-view.ts';
