import { ref, shallowRef } from 'vue'
import { hashBlob } from '../device/hash'
import type { Outcome } from '../protocol/outcome'
import type { UnsentWork } from '../protocol/unsent-work'
import { keepTakenIn } from '../storage/keep-taken-in'
import { storageFailure } from '../storage/storage-failure'
import { fetchImportWire, takeInWork, type ImportWire, type TakenIn } from '../sync/take-in-work'
import type { HashOf } from '../sync/whole-bytes'
import { openWork, type BadFile } from '../sync/work-file'
import { usePhone, type Phone } from './phone'

/** What became of a file. */
export type TakeInEnd =
  | { readonly is: 'bad'; readonly file: BadFile }
  | { readonly is: 'stopped'; readonly why: Exclude<TakenIn['is'], 'taken'> | 'storage-full' }
  | {
      readonly is: 'taken'
      readonly work: UnsentWork
      readonly isOwn: boolean
      readonly outcomes: readonly Outcome[]
      /** Before it was exported, and just now. */
      readonly refused: UnsentWork['refused']
    }

const refusedNow = (work: UnsentWork, outcomes: readonly Outcome[]): UnsentWork['refused'] =>
  outcomes.flatMap((outcome) => {
    const change = work.changes.find(({ id }) => id === outcome.id)
    return outcome.outcome === 'refused' && change ? [{ change, why: outcome.kind }] : []
  })

/**
 * [EX3] All of the file is looked at first; then the server takes the changes, then the photos are kept
 * here to go up like one's own. Stopped anywhere, the same file may be taken in again.
 */
export const takeInFile = async (
  { person, database }: Pick<Phone, 'person' | 'database'>,
  file: Blob,
  wire: ImportWire,
  hashOf: HashOf,
): Promise<TakeInEnd> => {
  const { company, staff, roles } = person
  const taker = { company, staff, isAdministrator: roles.includes('administrator') }
  const opened = await openWork(file, taker, hashOf)
  if (!opened.ok) return { is: 'bad', file: opened.error }
  const { work, photos } = opened.value
  const taken = await takeInWork(work, wire)
  if (taken.is !== 'taken') return { is: 'stopped', why: taken.is }
  const isOwn = work.staff.id === staff
  const refused = [...work.refused, ...refusedNow(work, taken.outcomes)]
  await keepTakenIn(database, photos, isOwn ? refused : [])
  return { is: 'taken', work, isOwn, outcomes: taken.outcomes, refused }
}

export const useTakeInWork = () => {
  const phone = usePhone()
  const isBusy = ref(false)
  const end = shallowRef<TakeInEnd | null>(null)
  const take = async (file: Blob): Promise<void> => {
    if (isBusy.value) return
    isBusy.value = true
    end.value = null
    try {
      const wire = fetchImportWire((input, init) => fetch(input, init))
      end.value = await takeInFile(phone, file, wire, hashBlob)
      phone.sync.tryAnew()
    } catch (error) {
      const isFull = storageFailure(error).kind === 'storage-full'
      end.value = { is: 'stopped', why: isFull ? 'storage-full' : 'trouble' }
    } finally {
      isBusy.value = false
    }
  }
  return { isBusy, end, take }
}
