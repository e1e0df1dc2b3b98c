import type {
  ColumnMapping,
  OrderRowValues,
  RowReject,
  TextEncodingName,
} from '../../shared/orders/index.ts';

export interface OrderFileInput {
  readonly path: string;
  readonly encoding?: TextEncodingName | undefined;
  readonly delimiter?: string | undefined;
  readonly mapping?: ColumnMapping | undefined;
  /** Null: not known yet; rows are only read for their numbers. */
  readonly zone: string | null;
  readonly currency: string;
}

export interface OrderFileBatch {
  readonly rows: readonly { readonly row: number; readonly values: OrderRowValues }[];
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** What the file is and what could not be taken from it. */
export interface OrderFileSummary {
  readonly encoding: TextEncodingName;
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  readonly sample: readonly (readonly string[])[];
  readonly rows: number;
  readonly rejected: number;
  readonly rejects: readonly RowReject[];
  /** Rows that were taken and may be wrong. */
  readonly doubtful: readonly RowReject[];
  /** The file has times without an offset, and nobody has said in which zone. */
  readonly needsZone: boolean;
}
