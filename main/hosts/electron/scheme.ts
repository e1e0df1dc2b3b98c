import { plainAnswer, type WebHandler } from '../../web/index.ts';
import { isOurRequest } from './guards.ts';
import { shellAnswer, type StoppedPage } from './stopped-page.ts';

export interface SchemeOptions {
  /** The one web handler on the workspace; null while there is no workspace. */
  readonly web: () => WebHandler | null;
  /** What is shown in place of the program, where something is. */
  readonly stopped: () => StoppedPage | null;
}

/**
 * Answers `app://appealdesk/…`: what the loopback host answers on its port, by the same handler. The engine lets only
 * pages of this program ask; that is checked again here.
 */
export function createSchemeHandler({ web, stopped }: SchemeOptions): WebHandler {
  return async (request) => {
    const initiator = (request as Request & { readonly initiatorOrigin?: string | null }).initiatorOrigin;
    const origin = request.headers.get('origin');
    if (!isOurRequest({ url: request.url, origin, initiator })) return plainAnswer(403);
    const own = shellAnswer(new URL(request.url).pathname, stopped());
    if (own !== null) return own;
    const answer = web();
    if (answer === null) return plainAnswer(503);
    return answer(request).catch(() => plainAnswer(500));
  };
}
