/** Features of the web that the window may not use, whatever gets into it. Copying to the clipboard is the exception. */
const DENIED_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** On every answer: nothing is guessed, sent on, framed, or readable by another origin. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': `${DENIED_FEATURES.map((feature) => `${feature}=()`).join(', ')}, clipboard-write=(self)`,
};

/** For plain answers without a page of ours behind them. */
export const CLOSED_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** For bytes that somebody else made: whatever they are, they are a document without scripts, origin or network. */
export const FOREIGN_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'; " +
  "base-uri 'none'; form-action 'none'; sandbox";

/** A browser's PDF viewer does not start in a sandboxed document; the rest of the policy stands. */
export const PDF_POLICY =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; " +
  "form-action 'none'";

/**
 * The policy of the window itself.
 *
 * `data:` images: the style sheet of the text editor carries one as a mask. `blob:` images: typeset pages and files
 * just dropped in.
 *
 * @param nonce names the style elements that Mantine and TipTap add
 * @param socketOrigin e.g. `ws://127.0.0.1:1234`; older engines do not count it as 'self'
 */
export function windowPolicy(nonce: string, socketOrigin: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${socketOrigin === null ? '' : ` ${socketOrigin}`}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}
