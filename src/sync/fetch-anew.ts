import * as v from 'valibot'
import type { NameId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { anyKind } from '../protocol/apply-change'
import { isGone, type Row } from '../protocol/row'
import { applyRows } from '../storage/apply-rows'
import { askedAnew, askNoMore } from '../storage/asked-anew'
import { readMeta } from '../storage/meta'
import type { PhoneDatabase } from '../storage/phone-database'
import { recordOf } from '../storage/put-held'
import { readKey } from '../storage/record-key'
import type { AskHistory } from './history-wire'

export interface FetchParts {
  readonly database: PhoneDatabase
  readonly ask: AskHistory
  readonly nameId: NameId
  readonly now: () => Instant
}

/** A row this app cannot read would only be set aside again. */
const isReadable = (kind: string, row: Row): boolean => {
  const named = readKey(`${kind}/${row.id}`)
  return named !== null && !isGone(row) && v.is(anyKind(named.kind).record, recordOf(row))
}

const take = (
  { database, nameId, now }: FetchParts,
  key: string,
  rows: readonly Row[],
): Promise<void> =>
  database.transaction('rw', database.tables, async () => {
    // Gone for good while we asked.
    if (!(await askedAnew(database)).includes(key)) return
    const epochs = (await readMeta(database, 'scopeEpochs')) ?? {}
    // What is not ours any more has left the phone while we asked.
    const ours = rows.filter(({ scope }) => Object.hasOwn(epochs, scope))
    await applyRows(database, ours, {
      ...{ nameId, now: now(), epochOf: (scope: string) => epochs[scope] ?? 0 },
    })
    await askNoMore(database, key)
  })

/** What is about a place may be newer than the place itself, and more than a page. */
const ownRows = async ({ ask }: FetchParts, key: string): Promise<readonly Row[] | null> => {
  const named = readKey(key)
  if (!named) return []
  for (let before: number | null = null; ;) {
    const page = await ask(named.id, before)
    if (!page) return null
    const own = page.rows.filter((row) => `${row.kind}/${row.id}` === key)
    const last = page.rows.at(-1)
    if (own.length > 0 || !page.more || !last) return own
    before = last.revision
  }
}

/**
 * [ST12] Asks the server for the records that no longer read here. Those it does not have, or not for
 * us, are not asked for again; without a network all of them wait for the next time.
 */
export const fetchAnew = async (parts: FetchParts): Promise<void> => {
  for (const key of await askedAnew(parts.database)) {
    const own = await ownRows(parts, key)
    if (!own) return
    await take(
      parts,
      key,
      own.filter((row) => isReadable(row.kind, row)),
    )
  }
}
