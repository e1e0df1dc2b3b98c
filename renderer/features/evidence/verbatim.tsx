import { useQuery } from '@tanstack/react-query';
import { AppError } from '../../../shared/kernel/index.ts';
import { blobUrl } from '../../api/index.ts';
import { Loaded } from '../../ui/index.ts';

/** The text of an item that is a text, exactly as it was taken in. */
export function Verbatim({ sha256 }: { readonly sha256: string }) {
  const text = useQuery({
    queryKey: ['evidence', 'text', sha256],
    queryFn: async ({ signal }) => {
      const answer = await fetch(blobUrl(sha256, { type: 'text/plain' }), { signal });
      if (!answer.ok) throw new AppError('BLOB_MISSING', { name: sha256 });
      return answer.text();
    },
  });
  return <Loaded query={text}>{(words) => <pre className="ad-verbatim">{words}</pre>}</Loaded>;
}
