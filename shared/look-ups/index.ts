/** What has to be looked for in a shop's back office again and again, and when the next look is due. Pure. */
export * from './schema.ts';
export { looksByDay, type DueLook } from './days.ts';
export { nextLook, USUAL_DAYS } from './due.ts';
