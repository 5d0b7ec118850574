export * from './agenda.ts';
export * from './builtin.ts';
export * from './categories.ts';
export * from './format.ts';
export * from './lay-out.ts';
