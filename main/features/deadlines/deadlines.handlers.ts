import { os } from '../../core/context.ts';
import { listClocks } from './deadlines.repo.ts';

export const deadlines = {
  list: os.deadlines.list.handler(({ context, input }) => listClocks(context.services.read, input)),
};
