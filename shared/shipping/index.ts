export { tellsBuyer } from './buyer-name.ts';
export * from './schema.ts';
