/** Fails the build where a union gained a member that a switch does not handle, and the run if one slips through. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
