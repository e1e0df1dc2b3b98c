export { notices } from './notices.handlers.ts';
export { findNotice, penaltiesOf } from './notices.repo.ts';
export { removeUnopened } from './unopened.repo.ts';
export { writeNotice } from './write-notice.ts';
