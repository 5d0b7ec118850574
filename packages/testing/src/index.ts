export * from './random.ts';
export * from './typist.ts';
export * from './template-conformance.ts';
export * from './proof.ts';
