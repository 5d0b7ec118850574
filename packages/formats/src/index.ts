export * from './format.ts';
export * from './formats.ts';
export * from './taken.ts';
export * from './thumbnail.ts';
