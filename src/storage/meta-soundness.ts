import * as v from 'valibot'
import { deviceIdSchema } from '../domain/id'
import type { Meta } from './meta'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const names = v.array(v.string())

/** Without any of these the phone finds its way: numbers anew, or reads from the beginning. */
const SCHEMAS: { readonly [Key in keyof Meta]: v.GenericSchema } = {
  device: deviceIdSchema,
  nextSeq: v.pipe(count, v.minValue(1)),
  cursor: v.nullable(v.string()),
  clockOffset: v.nullable(v.number()),
  lastSuccessAt: count,
  incomplete: names,
  wholeSince: count,
  scopeEpochs: v.record(v.string(), count),
  restarting: names,
  backedUpTo: count,
  keptDays: count,
  revoked: v.boolean(),
  mustUpdate: v.boolean(),
  rung: v.object({ from: count, ids: names }),
  seen: names,
  hiddenPhrases: names,
  ticketFilters: v.array(v.looseObject({ id: v.string(), name: v.string() })),
  fetchAnew: names,
  photosOnWifi: v.boolean(),
  emptied: v.object({ unsent: count, at: count }),
  standIns: v.array(v.looseObject({ standIn: v.object({ from: count, until: count }) })),
}

const itemSchema = v.object({ key: v.string(), value: v.unknown() })
const isKnown = (key: string): key is keyof Meta => Object.hasOwn(SCHEMAS, key)

/** What a later app keeps here is its own. */
export const isSoundMeta = (row: unknown): boolean => {
  if (!v.is(itemSchema, row)) return false
  return !isKnown(row.key) || v.is(SCHEMAS[row.key], row.value)
}
