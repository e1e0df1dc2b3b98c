import { useQuery } from '@tanstack/react-query';
import { AppError } from '../../../shared/kernel/index.ts';
import { blobUrl } from '../../api/index.ts';
import { Loaded } from '../../ui/index.ts';

/** The text of an original that is a text, exactly as it was taken in. */
export function Verbatim({ sha256 }: { readonly sha256: string }) {
  const text = useQuery({
    queryKey: ['evidence', 'text', sha256],
    queryFn: async ({ signal }) => {
      const answer = await fetch(blobUrl(sha256, { type: 'text/plain' }), { signal });
      if (!answer.ok) throw new AppError('BLOB_MISSING', { name: sha256 });
      return decoded(new Uint8Array(await answer.arrayBuffer()));
    },
  });
  return <Loaded query={text}>{(words) => <pre className="ad-verbatim">{words}</pre>}</Loaded>;
}

/** The words of a text file: UTF-8, or what Chinese programs wrote before it; UTF-16 by its mark. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
