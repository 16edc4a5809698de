import type { AnyRecord, KindName } from '../domain/kind-table'
import type { Applied } from '../domain/record-kind'
import type { LiveRow } from '../protocol/row'
import { SCHEMA } from '../protocol/version'
import type { Held } from './held'
import type { PhoneDatabase, Shadow } from './phone-database'
import { heldOf } from './put-held'
import { recordKey } from './record-key'
import type { Hand } from './strict-write'

export interface Named {
  readonly kind: KindName
  readonly record: string
}

interface InHand {
  readonly kind: KindName
  readonly id: string
  readonly before: Held | null
  readonly hasShadow: boolean
  now: AnyRecord | null
}

const rowOf = (
  kind: KindName,
  { id, scope, revision, record, photosMissing, marked }: Held,
): LiveRow => ({
  ...{ kind, id, scope, revision, schema: SCHEMA },
  ...(marked ? { marked } : {}),
  record: { ...record },
  photosMissing: [...photosMissing],
})

const shadowOf = ({ kind, id, before }: InHand): Shadow => ({
  key: recordKey(kind, id),
  row: before && rowOf(kind, before),
})

const heldAfter = ({ kind, id, before }: InHand, record: AnyRecord): Held => {
  const row = before && before.revision > 0 ? rowOf(kind, before) : null
  return heldOf(kind, id, record, { row, epoch: before?.epoch ?? 0 })
}

/** The records a save is about: read together before the first act, written together after the last. */
export class RecordsInHand {
  readonly #byKey = new Map<string, InHand>()

  static async read(
    database: PhoneDatabase,
    from: Hand,
    acts: readonly Named[],
  ): Promise<RecordsInHand> {
    const hand = new RecordsInHand()
    const named = [...new Map(acts.map((each) => [recordKey(each.kind, each.record), each]))]
    await Promise.all(
      named.map(async ([key, { kind, record: id }]) => {
        const [before, shadow] = await Promise.all([
          from.get(database.held(kind), id),
          from.get(database.shadows, key),
        ])
        const now = before?.record ?? null
        hand.#byKey.set(key, { kind, id, before: before ?? null, hasShadow: !!shadow, now })
      }),
    )
    return hand
  }

  /** Puts one act on its record; only an applied one stays on it. */
  apply(key: string, act: (record: AnyRecord | null) => Applied<AnyRecord>): Applied<AnyRecord> {
    const found = this.#byKey.get(key)
    if (!found) throw new Error(`${key} was not read`)
    const result = act(found.now)
    if (result.outcome === 'applied') found.now = result.record
    return result
  }

  write(database: PhoneDatabase, into: Hand): void {
    for (const [key, each] of this.#byKey) {
      if (!each.hasShadow) into.put(database.shadows, key, shadowOf(each))
      if (each.now) into.put(database.held(each.kind), each.id, heldAfter(each, each.now))
    }
  }
}
