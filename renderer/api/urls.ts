/** Where a file of the vault is read from; `type` only opens safe kinds in place, anything else is a download. */
export function blobUrl(
  sha256: string,
  options: { readonly type?: string; readonly name?: string } = {},
): string {
  const query = new URLSearchParams();
  if (options.type !== undefined) query.set('type', options.type);
  if (options.name !== undefined) query.set('name', options.name);
  const text = query.toString();
  return `/blob/${sha256}${text === '' ? '' : `?${text}`}`;
}

/** Where a typeset page of a preview is read from; always shown as an `<img>`. */
export function previewUrl(pageId: string): string {
  return `/preview/${pageId}`;
}
