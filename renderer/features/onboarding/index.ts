/** The first question, asked while there is no store and whenever a case is begun. */
import './onboarding.css';

export { FirstRun } from './first-run.tsx';
export { beginsWith, canBegin, insteadOf, whatHappened, type Happening } from './happenings.ts';
export { WhatHappened } from './what-happened.tsx';
