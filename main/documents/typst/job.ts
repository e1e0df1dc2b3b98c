import type { ErrorCode, ErrorParams, Instant } from '../../../shared/kernel/index.ts';
import type { HandoverPrint } from '../../../shared/handovers/index.ts';
import type { ArchiveData, StatementData } from '../../../shared/packets/index.ts';
import type { CompiledEngine } from './engine.ts';

interface JobBase {
  /** Files that `data` names by path, such as `/files/1`. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The freeze instant: the only time that stands in the PDF. */
  readonly instant: Instant;
}

export interface ArchiveJob extends JobBase {
  readonly template: 'archive';
  readonly data: ArchiveData;
}

export interface StatementJob extends JobBase {
  readonly template: 'statement';
  readonly data: StatementData;
}

export interface HandoverJob extends JobBase {
  readonly template: 'handover';
  readonly data: HandoverPrint;
}

/** Something to typeset. The whole input: equal jobs give equal bytes, whatever the clock, zone or locale. */
export type TypesetJob = ArchiveJob | StatementJob | HandoverJob;

/** A typeset page as a picture that stands alone, with the size of the paper in points. */
export interface PageImage {
  readonly mediaType: 'image/svg+xml';
  readonly bytes: Uint8Array;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** A typeset PDF, and how many pages it has. */
export interface TypesetPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** What the client asks of the worker. */
export type TypesetRequest =
  | { readonly id: number; readonly act: 'pdf'; readonly job: TypesetJob }
  | { readonly id: number; readonly act: 'pages'; readonly job: StatementJob };

/** What the worker says: once, unasked, the engine if it had to compile it; then an answer to each request. */
export type TypesetAnswer = TypesetResult | { readonly engine: CompiledEngine };

/** What the worker answers. `memory` is the engine's memory in bytes, which only ever grows. */
export type TypesetResult =
  | { readonly id: number; readonly pdf: TypesetPdf; readonly memory: number }
  | { readonly id: number; readonly pages: readonly PageImage[]; readonly memory: number }
  | {
      readonly id: number;
      readonly failure: { readonly code: ErrorCode; readonly params: ErrorParams };
      readonly memory: number;
    };
