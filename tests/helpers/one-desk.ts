import { afterAll, beforeAll } from 'vitest';
import type { Client } from '../../shared/contract/index.ts';
import { newStore } from './case.ts';
import { openTestCore, type TestClock, type TestCore } from './core.ts';
import { testFolder } from './files.ts';

/** A workspace that all tests of a file work in, one after the other. */
export interface OneDesk {
  readonly client: Client;
  readonly clock: TestClock;
  /** Of the workspace. */
  readonly folder: string;
  /** For the files the tests hand in. */
  readonly files: string;
  readonly storeId: string;
}

/** Opens one workspace with a store before the first test of a file and closes it after the last. */
export function oneDesk(): OneDesk {
  let opened: { core: TestCore; files: string; storeId: string } | null = null;
  const open = () => {
    if (opened === null) throw new Error('the desk opens when the first test begins');
    return opened;
  };
  beforeAll(async () => {
    const core = await openTestCore({ settings: { idleMinutes: 0 } });
    opened = { core, files: await testFolder(), storeId: await newStore(core.client) };
  });
  afterAll(() => opened?.core.close());
  return {
    get client() {
      return open().core.client;
    },
    get clock() {
      return open().core.clock;
    },
    get folder() {
      return open().core.folder;
    },
    get files() {
      return open().files;
    },
    get storeId() {
      return open().storeId;
    },
  };
}
