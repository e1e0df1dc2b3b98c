import { useQuery } from '@tanstack/react-query';
import type { Calendars } from '../../../shared/asks/index.ts';
import { api } from '../../api/index.ts';

/**
 * The calendars by which those who are asked close and open, with the years that came in a file. Undefined until the core has
 * told them: until then it is counted by those that the program brought.
 */
export function useCalendars(): Calendars | undefined {
  return useQuery(api.asks.calendars.queryOptions({ input: {} })).data;
}
