import * as v from 'valibot'
import { onScopeDispose, ref, shallowRef } from 'vue'
import type { RecordId } from '../domain/id'
import { isKindName, type AnyRecord } from '../domain/kind-table'
import { dataOf, type PersonalRecords } from '../domain/owner/data-of'
import type { OwnerFile } from '../domain/owner/owner-file'
import { anyKind } from '../protocol/apply-change'
import { isGone } from '../protocol/row'
import { personalRecordsHere } from '../storage/personal-data'
import { recordOf } from '../storage/put-held'
import { askHistoryOver, type AskHistory } from '../sync/history-wire'
import { useEstate } from './estate'
import { usePhone } from './phone'

type Part = keyof PersonalRecords
const PARTS: { readonly [kind: string]: Part } = {
  ...{ OwnerFile: 'files', Caller: 'callers', Ticket: 'tickets', OwnerVisit: 'visits' },
  ...{ OwnerPromise: 'promises', OwnerLetter: 'letters', RepairNote: 'repairs' },
}

const withOlder = (held: PersonalRecords, part: Part, record: AnyRecord): PersonalRecords =>
  held[part].some(({ id }) => id === record.id)
    ? held
    : { ...held, [part]: [...held[part], record] }

/**
 * [OF14] Everything held about one person: what is on this device, and what is older and only on the
 * server. A picture of one moment: what is erased afterwards does not change it.
 */
export const usePersonalData = (id: string, askOf?: AskHistory) => {
  const { database, person, now } = usePhone()
  const estate = useEstate()
  const ask = askOf ?? askHistoryOver((input, init) => fetch(input, init), person.staff)
  const file = shallowRef<OwnerFile | null>(null)
  const data = shallowRef<PersonalRecords | null>(null)
  const going = shallowRef<{ readonly done: number; readonly of: number } | null>(null)
  /** Whether the server told what is older, too. */
  const isWhole = ref(false)
  const isRead = ref(false)
  const readAt = now()
  const stopping = new AbortController()
  onScopeDispose(() => stopping.abort())
  let held: PersonalRecords | null = null

  const show = () => {
    if (file.value && held) data.value = dataOf(file.value, held, estate.zone)
  }
  /** Every page about one home or ticket; false where the server was not reached. */
  const older = async (about: RecordId): Promise<boolean> => {
    for (let before: number | null = null; ;) {
      const page = await ask(about, before, stopping.signal)
      if (!page) return false
      for (const row of page.rows) {
        const part = PARTS[row.kind]
        if (isGone(row) || !part || !held || !isKindName(row.kind)) continue
        const record = recordOf(row)
        if (v.is(anyKind(row.kind).record, record)) held = withOlder(held, part, record)
      }
      before = page.rows.at(-1)?.revision ?? before
      if (!page.more) return true
    }
  }
  const askAll = async (ids: readonly RecordId[]): Promise<boolean> => {
    const { done = 0, of = 0 } = going.value ?? {}
    let seen = done
    going.value = { done, of: of + ids.length }
    for (const each of ids) {
      if (stopping.signal.aborted || !(await older(each))) return false
      going.value = { done: (seen += 1), of: of + ids.length }
    }
    return true
  }
  const homesIn = ({ files }: PersonalRecords) =>
    files.flatMap(({ ties }) => ties.map(({ home }) => home as RecordId))

  /** Closed so long ago that no phone holds it. */
  const fileOnServer = async (): Promise<OwnerFile | null> => {
    const page = await ask(id, null, stopping.signal)
    const row = page?.rows.find((each) => each.id === id && !isGone(each))
    const record = row && !isGone(row) ? recordOf(row) : null
    return v.is(anyKind('OwnerFile').record, record) ? (record as OwnerFile) : null
  }

  const read = async (): Promise<void> => {
    file.value = (await database.ownerFiles.get(id))?.record ?? (await fileOnServer())
    if (!file.value) {
      isRead.value = true
      return
    }
    held = await personalRecordsHere(database, file.value)
    show()
    isRead.value = true
    const homes = data.value ? [...new Set(homesIn(data.value))] : []
    const theirs = await askAll(homes)
    const tickets = held.tickets.filter(({ home }) => home && homes.includes(home as RecordId))
    isWhole.value = theirs && (await askAll(tickets.map((ticket) => ticket.id as RecordId)))
    going.value = null
    show()
  }
  return { file, data, going, isWhole, isRead, readAt, read, stop: () => stopping.abort() }
}
