const ICC = 'ICC_PROFILE\0';

/** Segments a picture needs to look right: JFIF, its colour profile, Adobe's colour transform. */
function isNeeded(marker: number, body: Uint8Array): boolean {
  const metadata = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  if (!metadata || marker === 0xe0 || marker === 0xee) return true;
  return marker === 0xe2 && Buffer.from(body.subarray(0, ICC.length)).toString('latin1') === ICC;
}

/**
 * A JPEG without place, device, time or comments, its picture untouched: segments are left out, nothing is encoded
 * anew. Typst hands JPEGs into the PDF as they are, and where a photo was taken is nobody's business there.
 *
 * @returns the bytes as they came where their structure is not understood.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let offset = 2;
  while (offset + 4 <= bytes.length) {
    if (bytes[offset] !== 0xff) return bytes;
    const marker = bytes[offset + 1] ?? 0;
    // The picture itself begins: all that follows is kept.
    if (marker === 0xda) return Buffer.concat([...parts, bytes.subarray(offset)]);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    const end = offset + 2 + view.getUint16(offset + 2);
    if (isNeeded(marker, bytes.subarray(offset + 4, end))) parts.push(bytes.subarray(offset, end));
    offset = end;
  }
  return bytes;
}
