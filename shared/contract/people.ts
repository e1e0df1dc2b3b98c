import * as z from 'zod';
import { client, clientFields, store, storeFields } from '../clients/index.ts';
import { id, nothing, patchOf } from '../kernel/fields.ts';
import { operator, operatorFields, pin } from '../operators/index.ts';
import { act, change, query } from './builder.ts';

export const operators = {
  list: query().input(nothing).output(z.array(operator)),
  /** Who acts in this window now; null after the idle time, until somebody signs in. */
  current: query().input(nothing).output(operator.nullable()),
  create: change().input(operatorFields).output(operator),
  update: change('NOT_FOUND')
    .input(patchOf(operatorFields).extend({ operatorId: id }))
    .output(operator),
  archive: change('NOT_FOUND', 'CONFLICT')
    .input(z.strictObject({ operatorId: id, archived: z.boolean() }))
    .output(operator),
  /** Sets or, with null, takes away the PIN. The PIN says who acts and protects nothing. */
  setPin: act('NOT_FOUND')
    .input(z.strictObject({ operatorId: id, pin: pin.nullable() }))
    .output(operator),
  /** Switches who acts in this window. */
  signIn: act('NOT_FOUND', 'WRONG_PIN')
    .input(z.strictObject({ operatorId: id, pin: pin.optional() }))
    .output(operator),
};

export const clients = {
  list: query()
    .input(z.strictObject({ archived: z.boolean().default(false) }))
    .output(z.array(client)),
  create: change().input(clientFields).output(client),
  update: change('NOT_FOUND')
    .input(patchOf(clientFields).extend({ clientId: id }))
    .output(client),
  archive: change('NOT_FOUND')
    .input(z.strictObject({ clientId: id, archived: z.boolean() }))
    .output(client),
  /** Moves every store and case of one client to another and archives the first. */
  merge: change('NOT_FOUND', 'CONFLICT')
    .input(z.strictObject({ fromId: id, intoId: id }))
    .output(client),
};

export const stores = {
  list: query()
    .input(z.strictObject({ archived: z.boolean().default(false) }))
    .output(z.array(store)),
  /** BAD_REQUEST `zone-is-offset` for a zone that is a distance from UTC (`+08:00`) and names no place; so has `update`. */
  create: change('NOT_FOUND', 'CONFLICT').input(storeFields).output(store),
  update: change('NOT_FOUND', 'CONFLICT')
    .input(patchOf(storeFields.omit({ platform: true })).extend({ storeId: id }))
    .output(store),
  archive: change('NOT_FOUND')
    .input(z.strictObject({ storeId: id, archived: z.boolean() }))
    .output(store),
  /** Moves orders and cases of one store to another of the same platform; where both hold an order, the newer stays. */
  merge: change('NOT_FOUND', 'CONFLICT')
    .input(z.strictObject({ fromId: id, intoId: id }))
    .output(store),
};
