import * as v from 'valibot'
import type { NameId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { isKindName, KINDS, type AnyAct, type AnyRecord, type KindName } from '../domain/kind-table'
import {
  malformed,
  type Act,
  type ActContext,
  type Applied,
  type RecordKind,
} from '../domain/record-kind'
import type { Change } from './change'

/** A kind with its types forgotten, for code that treats all alike. */
export type AnyKind = RecordKind<AnyRecord, AnyAct>

/** The door between a kind's own types and code that treats all kinds alike. */
export const anyKind = (name: KindName): AnyKind => KINDS[name] as unknown as AnyKind

export type ReadAct =
  | { readonly ok: true; readonly kind: KindName; readonly act: AnyAct; readonly creates: boolean }
  | { readonly ok: false; readonly why: 'unknown-kind' | 'malformed' }

/** Checks a kind and an act that came from outside; unknown fields are dropped. */
export const readAct = (kindName: string, act: unknown): ReadAct => {
  if (!isKindName(kindName)) return { ok: false, why: 'unknown-kind' }
  const kind = anyKind(kindName)
  const name = (act as Act | null | undefined)?.act
  const schemas: { readonly [act: string]: v.GenericSchema<unknown, AnyAct> | undefined } =
    kind.acts
  const schema =
    typeof name === 'string' && Object.hasOwn(schemas, name) ? schemas[name] : undefined
  if (!schema || typeof name !== 'string') return { ok: false, why: 'unknown-kind' }
  const read = v.safeParse(schema, act)
  if (!read.success) return { ok: false, why: 'malformed' }
  const creates = (kind.creates as readonly string[]).includes(name)
  return { ok: true, kind: kindName, act: read.output, creates }
}

/**
 * The act of a change whose schema was checked before, applied at an instant. What does not create a
 * record has none to be applied to: a phone saves nothing that would only wait for it.
 */
export const applyChange = (
  record: AnyRecord | null,
  change: Pick<Change, 'id' | 'by' | 'kind' | 'record'> & { readonly act: AnyAct },
  at: Instant,
  nameId: NameId,
): Applied<AnyRecord> => {
  if (!isKindName(change.kind)) throw new Error(`Unknown kind ${change.kind}`)
  const context: ActContext = {
    at,
    by: change.by,
    change: change.id,
    record: change.record,
    nameId,
  }
  const kind = anyKind(change.kind)
  if (!record && !(kind.creates as readonly string[]).includes(change.act.act)) return malformed
  return kind.apply(record, change.act, context)
}
