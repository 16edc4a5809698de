import * as v from 'valibot'
import { ref, shallowRef, watch } from 'vue'
import type { RecordId } from '../domain/id'
import type { KindName, RecordOf } from '../domain/kind-table'
import { anyKind } from '../protocol/apply-change'
import { isGone, type Row } from '../protocol/row'
import { recordOf } from '../storage/put-held'
import { askHistoryOver, type AskHistory } from '../sync/history-wire'
import { usePhone } from './phone'

/** chosen: nothing yet · reading · read, with or without more behind it · unreached: no network. */
export type EarlierState = 'unchosen' | 'reading' | 'read' | 'unreached'

/**
 * [ST17] What is settled and no longer on this phone, asked of the server about a place or record, page
 * by page. It is shown and not kept: the phone holds what the rule lets it hold.
 */
export const useEarlier = <Kind extends KindName>(
  kind: Kind,
  about: () => RecordId | null,
  askOf?: AskHistory,
) => {
  const { database, person } = usePhone()
  const ask = askOf ?? askHistoryOver((input, init) => fetch(input, init), person.staff)
  const { record: schema, settledAt } = anyKind(kind)
  const found = shallowRef<readonly RecordOf<Kind>[]>([])
  const state = ref<EarlierState>('unchosen')
  const hasMore = ref(false)
  let before: number | null = null

  const settledIn = (row: Row): readonly RecordOf<Kind>[] => {
    if (row.kind !== kind || isGone(row)) return []
    const record = recordOf(row)
    // One of a later app would show as what it is not.
    if (!v.is(schema, record) || settledAt(record) === null) return []
    return [record]
  }
  const notHere = async (rows: readonly Row[]): Promise<readonly RecordOf<Kind>[]> => {
    const held = await database.held(kind).bulkGet(rows.map(({ id }) => id))
    return rows.flatMap((row, index) => (held[index] ? [] : settledIn(row)))
  }

  /** On until there is something to show, or nothing more. */
  const read = async (): Promise<void> => {
    const of = about()
    if (!of || state.value === 'reading') return
    state.value = 'reading'
    const had = found.value.length
    do {
      const page = await ask(of, before)
      if (about() !== of) return
      if (!page) {
        state.value = 'unreached'
        return
      }
      found.value = [...found.value, ...(await notHere(page.rows))]
      before = page.rows.at(-1)?.revision ?? before
      hasMore.value = page.more
    } while (hasMore.value && found.value.length === had)
    state.value = 'read'
  }

  watch(about, () => {
    found.value = []
    before = null
    hasMore.value = false
    state.value = 'unchosen'
    void read()
  })

  return { found, state, hasMore, read }
}
