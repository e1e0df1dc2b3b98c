import type { Session, WebContents } from 'electron';
import type { Electron } from './electron-api.ts';
import {
  mayDownload,
  mayExist,
  mayLoad,
  mayUse,
  navigationDecision,
  windowOpenDecision,
  type ShellAct,
} from './guards.ts';

export interface LockDownOptions {
  readonly devTools: boolean;
  /** A link of a page of the shell was followed. */
  readonly onAct: (act: ShellAct) => void;
  /** A picture is to be looked at in a window of its own. */
  readonly onPicture: (address: string) => void;
}

/** Puts the guards before everything that a page can ask the engine for. Called before any window is made. */
export function lockDown({ app }: Pick<Electron, 'app'>, session: Session, options: LockDownOptions): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayLoad(details.url, options) });
  });
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(mayUse(permission, details.requestingUrl, details.isMainFrame));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    mayUse(permission, requestingOrigin, details.isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    if (!mayDownload(item.getURL())) event.preventDefault();
  });
  app.on('web-contents-created', (_event, contents) => guardContents(contents, options));
}

function guardContents(contents: WebContents, options: LockDownOptions): void {
  if (!mayExist({ type: contents.getType(), hasOpener: contents.opener !== null }, options)) {
    // Not in the middle of its own making.
    setImmediate(() => contents.close());
  }
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(({ url }) => {
    if (windowOpenDecision(url) === 'show-picture') setImmediate(() => options.onPicture(url));
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    const decision = navigationDecision({
      to: event.url,
      from: contents.getURL(),
      isMainFrame: event.isMainFrame,
    });
    if (decision === 'go') return;
    event.preventDefault();
    if (decision !== 'refuse') options.onAct(decision);
  });
  // Nothing of ours redirects.
  contents.on('will-redirect', (event) => event.preventDefault());
}
