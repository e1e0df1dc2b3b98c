import { os } from '../../core/context.ts';
import { listClocks } from './deadlines.repo.ts';

export const deadlines = {
  list: os.deadlines.list.handler(({ context, input }) => {
    const { cursor, limit, ...filter } = input;
    return listClocks(context.services.read, filter, cursor, limit);
  }),
};
