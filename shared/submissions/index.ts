export * from './again.ts';
export * from './schema.ts';
