import { ref, shallowRef } from 'vue'
import { hashBlob } from '../device/hash'
import { ok, type Result } from '../domain/result'
import type { Outcome } from '../protocol/outcome'
import type { UnsentWork } from '../protocol/unsent-work'
import { keepTakenIn } from '../storage/keep-taken-in'
import { keepDrafts } from '../storage/unsent-drafts'
import { storageFailure } from '../storage/storage-failure'
import { fetchImportWire, takeInWork, type ImportWire, type TakenIn } from '../sync/take-in-work'
import type { HashOf } from '../sync/whole-bytes'
import { openWork, type BadFile, type OpenedWork } from '../sync/work-file'
import { deviceOfWork, type DeviceOfWork } from './device-of-work'
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
      /** [EX10] Of what was begun, what is begun here too and stayed as it is here. */
      readonly stayed: number
    }

const refusedNow = (work: UnsentWork, outcomes: readonly Outcome[]): UnsentWork['refused'] =>
  outcomes.flatMap((outcome) => {
    const change = work.changes.find(({ id }) => id === outcome.id)
    return outcome.outcome === 'refused' && change ? [{ change, why: outcome.kind }] : []
  })

/** A file that was looked at and not taken yet. */
export interface LookedAt extends OpenedWork {
  readonly isOwn: boolean
}

/** [EX3] All of the file is looked at before anything is sent. */
export const lookAtFile = async (
  { person }: Pick<Phone, 'person'>,
  file: Blob,
  hashOf: HashOf,
): Promise<Result<LookedAt, BadFile>> => {
  const { company, staff, roles } = person
  const taker = { company, staff, isAdministrator: roles.includes('administrator') }
  const opened = await openWork(file, taker, hashOf)
  return opened.ok ? ok({ ...opened.value, isOwn: opened.value.work.staff.id === staff }) : opened
}

/**
 * [EX3] The server takes the changes, then the photos are kept here to go up like one's own. Stopped
 * anywhere, the same file may be taken in again.
 */
export const takeIn = async (
  { database }: Pick<Phone, 'database'>,
  { work, photos, drafts, isOwn }: LookedAt,
  wire: ImportWire,
): Promise<TakeInEnd> => {
  const taken = await takeInWork(work, wire)
  if (taken.is !== 'taken') return { is: 'stopped', why: taken.is }
  const refused = [...work.refused, ...refusedNow(work, taken.outcomes)]
  await keepTakenIn(database, photos, isOwn ? refused : [])
  const stayed = isOwn ? await keepDrafts(database, drafts) : 0
  return { is: 'taken', work, isOwn, outcomes: taken.outcomes, refused, stayed }
}

export const useTakeInWork = () => {
  const phone = usePhone()
  const isBusy = ref(false)
  const end = shallowRef<TakeInEnd | null>(null)
  /** [EX8] Waits for a person to say whether it is to be taken in. */
  const looked = shallowRef<LookedAt | null>(null)
  const device = shallowRef<DeviceOfWork | null>(null)

  const busily = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy.value) return
    isBusy.value = true
    try {
      await work()
    } catch (error) {
      const isFull = storageFailure(error).kind === 'storage-full'
      end.value = { is: 'stopped', why: isFull ? 'storage-full' : 'trouble' }
    } finally {
      isBusy.value = false
    }
  }
  const look = (file: Blob): Promise<void> =>
    busily(async () => {
      end.value = looked.value = device.value = null
      const opened = await lookAtFile(phone, file, hashBlob)
      if (!opened.ok) end.value = { is: 'bad', file: opened.error }
      else {
        device.value = await deviceOfWork(opened.value.work, phone.person)
        looked.value = opened.value
      }
    })
  const take = (): Promise<void> =>
    busily(async () => {
      const opened = looked.value
      if (!opened) return
      looked.value = null
      const wire = fetchImportWire((input, init) => fetch(input, init), phone.person.staff)
      end.value = await takeIn(phone, opened, wire)
      phone.sync.tryAnew()
    })
  const leave = (): void => {
    looked.value = null
  }
  return { isBusy, looked, device, end, look, take, leave }
}

export type { DeviceOfWork }
