export { calendarCode, calendarFile, type CalendarEvent } from './calendar-file.ts';
export { decodeText } from './decode-text.ts';
export type { FileInspection } from './file-inspection.ts';
export { inspectFile } from './inspect-file.ts';
export { placeExhibit, type PlacedExhibit } from './place-exhibit.ts';
export { createTypesetClient, type TypesetClient, type TypesetClientOptions } from './typeset-client.ts';
export type { ArchiveJob, PageImage, StatementJob, TypesetJob, TypesetPdf } from './typst/job.ts';
