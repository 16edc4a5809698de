import type { Instant } from '../domain/instant'
import type { Emptied } from '../storage/meta'
import { readMeta, writeMeta } from '../storage/meta'
import { observe } from '../storage/observe'
import { uploadSummary, type UploadSummary } from '../storage/upload-summary'
import { readKept, writeKept } from './kept-note'
import { useLive } from './live'
import { dropLook } from './look'
import { usePhone, type Phone } from './phone'

/** [ST14] A database other than the one that was here before was emptied behind the app. */
const noteEmptied = async ({ person, database }: Phone): Promise<void> => {
  const kept = readKept(person)
  const wholeSince = await readMeta(database, 'wholeSince')
  // [TD17] Nor is a picture of what was in it shown once more.
  if (wholeSince === undefined) dropLook()
  if (!kept || kept.wholeSince === wholeSince) return
  const { unsent, at } = kept
  await writeMeta(database, 'emptied', { unsent, at })
}

interface Seen {
  readonly wholeSince: Instant | undefined
  readonly summary: UploadSummary
}

/** Until everything is here again the old figures stand: the app may be closed in the midst of it. */
const noteKept = async (phone: Phone, { wholeSince, summary }: Seen): Promise<void> => {
  const { person, now } = phone
  if (wholeSince === undefined) return
  const kept = readKept(person)
  if (kept && kept.wholeSince !== wholeSince) await noteEmptied(phone)
  const { changes, photos, refused } = summary
  writeKept(person, { wholeSince, unsent: changes + photos + refused, at: now() })
}

/** [ST14] Remembers outside the database that it is there, and what of it nobody else has. */
export const watchKept = async (phone: Phone): Promise<() => void> => {
  await noteEmptied(phone)
  let last: Promise<unknown> = Promise.resolve()
  return observe(async () => ({
    wholeSince: await readMeta(phone.database, 'wholeSince'),
    summary: await uploadSummary(phone.database),
  })).subscribe(
    (seen) => {
      last = last.then(() => noteKept(phone, seen)).catch(() => undefined)
    },
    () => undefined,
  )
}

/** [ST14] What this phone lost, until its person was told. */
export const useEmptied = () => {
  const { database } = usePhone()
  const emptied = useLive<Emptied | null>(
    () => async () => (await readMeta(database, 'emptied')) ?? null,
    null,
  )
  return { emptied, done: () => database.meta.delete('emptied') }
}
