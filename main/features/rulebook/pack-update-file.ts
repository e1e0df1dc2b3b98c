import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '../../../shared/kernel/index.ts';
import { formatVersion, parsePacks } from '../../../shared/rulebook/index.ts';
import type { Pack } from '../editions/index.ts';

/** A pack somebody signed. */
export interface PackUpdate {
  readonly pack: Pack;
  /** `key`: the public key as SPKI in base64. */
  readonly signer: { readonly name: string; readonly key: string };
}

const FORM = 'appealdesk-pack-update/1';

/** The signature covers `signed` to the byte, the name and the key of its signer with it. */
const sealed = z.strictObject({ form: z.literal(FORM), signed: z.string(), signature: z.base64() });
const signedContent = z.strictObject({
  signer: z.strictObject({ name: z.string().trim().min(1).max(200), key: z.base64() }),
  pack: z.unknown(),
});

/** A pack as the text of an update file. @param key an Ed25519 private key, PEM @throws AppError INVALID_FILE */
export function sealUpdate(pack: Pack, signer: string, key: string): string {
  const secret = ed25519('no-signing-key', () => createPrivateKey(key));
  const open = createPublicKey(secret).export({ type: 'spki', format: 'der' }).toString('base64');
  const signed = JSON.stringify({ signer: { name: signer, key: open }, pack });
  const signature = sign(null, Buffer.from(signed), secret).toString('base64');
  return JSON.stringify({ form: FORM, signed, signature });
}

/**
 * Reads the text of an update file. Nothing of it is looked at before its signature holds.
 *
 * @throws AppError INVALID_FILE with a reason: `no-pack-update`, `bad-signature`, `unreadable-pack`
 */
export function openUpdate(text: string): PackUpdate {
  const file = sealed.safeParse(json(text)).data;
  const content = file === undefined ? undefined : signedContent.safeParse(json(file.signed)).data;
  if (file === undefined || content === undefined)
    throw new AppError('INVALID_FILE', { reason: 'no-pack-update' });
  const { signer } = content;
  const key = ed25519('bad-signature', () =>
    createPublicKey({ key: Buffer.from(signer.key, 'base64'), type: 'spki', format: 'der' }),
  );
  if (!verify(null, Buffer.from(file.signed), key, Buffer.from(file.signature, 'base64')))
    throw new AppError('INVALID_FILE', { reason: 'bad-signature' });
  const pack = parsePacks({ formatVersion, platforms: [content.pack] })?.platforms[0];
  if (pack === undefined) throw new AppError('INVALID_FILE', { reason: 'unreadable-pack' });
  return { pack, signer };
}

/** A public key as people compare it: the start of its SHA-256 in groups of four. */
export function fingerprintOf(key: string): string {
  const hex = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return (hex.match(/.{4}/g) ?? []).join(' ');
}

/** A key that is one, and of the one kind that signs here. @throws AppError INVALID_FILE with that reason */
function ed25519(reason: 'bad-signature' | 'no-signing-key', make: () => KeyObject): KeyObject {
  try {
    const key = make();
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (cause) {
    throw new AppError('INVALID_FILE', { reason }, { cause });
  }
  throw new AppError('INVALID_FILE', { reason });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
