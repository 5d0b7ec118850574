export * from './builtin.ts';
export * from './format.ts';
export * from './lay-out.ts';
