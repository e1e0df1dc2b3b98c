import { setNonce } from 'get-nonce';
import * as z from 'zod';

// Runs before any other module: the page's policy forbids eval, and a style that a library adds needs the page's nonce.
z.config({ jitless: true });

/** The nonce the host put into this page. */
export const pageNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(pageNonce);
