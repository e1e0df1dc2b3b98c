/** How a room speaks with the core. */
export { api, client } from './client.ts';
export { onOpen, startPageAnew, useConnection } from './connection.ts';
export { invalidateFeatures, queryClient, startFollowing } from './query-client.ts';
export { describeError, isError, knownError, type KnownError } from './errors.ts';
export { jobEnd, useJob } from './use-job.ts';
export { paged, pagesOf, usePages } from './use-pages.ts';
export { desktop, onDesktopMessage } from './desktop.ts';
export { handIn, letGo } from './upload.ts';
export { blobUrl, previewUrl } from './urls.ts';
export { useAtOnce } from './use-at-once.ts';
export { useChange } from './use-change.ts';
export { useShownFile, type ShownFile } from './use-shown-file.ts';
export { useSavedOnLeaving } from './use-saved-on-leaving.ts';
