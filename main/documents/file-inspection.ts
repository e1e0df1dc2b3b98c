import type { FileKind } from '../../shared/evidence/index.ts';

/** What a file is by its content. Its name is never asked. Sizes in pixels as seen, after any rotation. */
export interface FileInspection {
  readonly mediaType: string;
  readonly kind: FileKind;
  readonly pages?: number;
  readonly width?: number;
  readonly height?: number;
  readonly damaged?: boolean;
  readonly encrypted?: boolean;
}
