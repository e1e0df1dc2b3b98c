import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileReference } from '../../shared/kernel/fields.ts';
import { handIn, letGo } from './upload.ts';

/** A file as it was read: shown first, put in only when somebody says so. */
export interface ShownFile<Read> {
  readonly file: FileReference;
  readonly read: Read;
}

/**
 * Hands a file in and reads it, to be shown before anything is changed by it; one that cannot be read, or is left, is let go.
 */
export function useShownFile<Read>(readFile: (file: FileReference) => Promise<Read>) {
  const [shown, setShown] = useState<ShownFile<Read> | null>(null);
  const reading = useMutation({
    mutationFn: async (file: File): Promise<ShownFile<Read>> => {
      const reference = await handIn(file, {});
      try {
        return { file: reference, read: await readFile(reference) };
      } catch (error) {
        void letGo([reference]);
        throw error;
      }
    },
    meta: { ownErrors: true },
    onSuccess: setShown,
  });
  return {
    shown,
    isReading: reading.isPending,
    /** Why the last file could not be read; null while one is shown. */
    error: shown === null ? reading.error : null,
    show: ([file]: readonly File[]): void => {
      if (file !== undefined) reading.mutate(file);
    },
    /** It was put in: nothing is shown any more. */
    done: (): void => setShown(null),
    leave: (): void => {
      if (shown !== null) void letGo([shown.file]);
      setShown(null);
    },
  };
}
