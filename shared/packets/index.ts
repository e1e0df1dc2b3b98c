export { packet, readinessFinding, type Packet, type PacketFile, type ReadinessFinding } from './schema.ts';
export type {
  ArchiveCover,
  ArchiveData,
  ArchiveOrder,
  ArchiveOrderTable,
  ArchiveExhibit,
  Citation,
  ExhibitPlacement,
  ListedReason,
  StatementData,
  StatementParagraph,
  StatementSection,
  StatementSentence,
} from './archive-data.ts';
export { csvCell, csvText, exhibitListCsv } from './exhibit-list-csv.ts';
export { citationText, exhibitLabel, type NumberingStyle } from './exhibit-numbering.ts';
export {
  countCharacters,
  UNKNOWN_LIMITS,
  type FileLimits,
  type LimitFinding,
  type MeasuredFile,
  type SourcedLimit,
} from './form-limits.ts';
export { formatBytes } from './format-bytes.ts';
export { planImageCuts, TALL_RATIO, type ImageCut } from './image-cuts.ts';
export { archiveLabels, fillLabel, type ArchiveLabels, type PacketLanguage } from './labels.ts';
export { manifestText, type ManifestEntry } from './manifest.ts';
export { planOriginals, type OriginalFile } from './originals.ts';
export { safeFileName, utf8Length, type NameStyle } from './safe-name.ts';
export {
  planUploadKit,
  type EntrySource,
  type KitEntry,
  type KitField,
  type KitFile,
  type KitGroup,
  type KitSlot,
  type UploadKitInput,
  type UploadKitPlan,
} from './upload-kit.ts';
