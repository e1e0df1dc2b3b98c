const ICC = 'ICC_PROFILE\0';

const isMetadata = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

/** Segments a picture needs to look right: JFIF, its colour profile, Adobe's colour transform. */
function isNeeded(marker: number, body: Uint8Array): boolean {
  if (!isMetadata(marker) || marker === 0xe0 || marker === 0xee) return true;
  return marker === 0xe2 && Buffer.from(body.subarray(0, ICC.length)).toString('latin1') === ICC;
}

/** What follows a marker's two bytes inside a scan as part of its data: a stuffed zero, a restart. */
const isScanData = (marker: number): boolean => marker === 0 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * The scans of a picture from the first of them up to its end. What lies behind is not this picture: a second one with
 * its own place, a phone's film of the moment.
 */
function scansOf(bytes: Uint8Array, view: DataView, start: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = start;
  let offset = start;
  for (;;) {
    offset = bytes.indexOf(0xff, offset);
    // Cut short on its way here: whatever there is of it is the picture.
    if (offset === -1 || offset + 1 >= bytes.length) return [bytes.subarray(start)];
    const marker = bytes[offset + 1] ?? 0;
    if (marker === 0xd9) return [...parts, bytes.subarray(from, offset + 2)];
    if (marker === 0xff) {
      offset += 1;
    } else if (isScanData(marker)) {
      offset += 2;
    } else {
      if (offset + 4 > bytes.length) return [bytes.subarray(start)];
      const end = offset + 2 + view.getUint16(offset + 2);
      if (isMetadata(marker)) {
        parts.push(bytes.subarray(from, offset));
        from = end;
      }
      offset = end;
    }
  }
}

/**
 * A JPEG without place, device, time, comments or anything behind its end, its picture untouched: segments are left out, nothing is encoded
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
    if (marker === 0xda) return Buffer.concat([...parts, ...scansOf(bytes, view, offset)]);
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
