/** What Chromium would do on the network by itself, switched off: in our browser window and in the desktop shell alike. */
export const QUIET_SWITCHES: readonly string[] = [
  '--no-service-autorun',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,msEdgeShopping',
  '--metrics-recording-only',
];
