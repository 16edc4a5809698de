import { ref, shallowRef } from 'vue'
import { hashBlob } from '../device/hash'
import { saveFile } from '../device/save-file'
import type { DeviceId } from '../domain/id'
import { ensureDevice } from '../storage/meta'
import { noteExported, unsentWork } from '../storage/unsent-work'
import { isWhole, type HashOf } from '../sync/whole-bytes'
import { packWork } from '../sync/work-file'
import { useLive } from './live'
import { usePhone, type Phone } from './phone'

export interface PackedWork {
  readonly file: Blob
  readonly changes: number
  readonly photos: number
  /** Photos whose bytes are not what they were: they are not in it. */
  readonly spoilt: number
  /** What the server refused, by its changes: once in a file it is not here only. */
  readonly refused: readonly string[]
}

/** [EX1] All of one's work that the server has not got, as one file; no network and no session. */
export const packUnsent = async (
  { person, database, now, newId }: Pick<Phone, 'person' | 'database' | 'now' | 'newId'>,
  hashOf: HashOf,
): Promise<PackedWork> => {
  const device = await ensureDevice(database, () => newId() as DeviceId)
  const { changes, refused, photos } = await unsentWork(database)
  const whole = []
  for (const photo of photos) if (await isWhole(photo.blob, photo.sha256, hashOf)) whole.push(photo)
  const work = {
    company: { id: person.company, name: person.companyName },
    staff: { id: person.staff, name: person.name },
    ...{ device, exportedAt: now(), changes, refused },
    photos: whole.map(({ sha256, type, bytes, takenAt }) => ({ sha256, type, bytes, takenAt })),
  }
  return {
    file: await packWork(
      work,
      whole.map(({ blob }) => blob),
      hashOf,
    ),
    ...{ changes: changes.length + refused.length, photos: whole.length },
    spoilt: photos.length - whole.length,
    refused: refused.map(({ change }) => change.id),
  }
}

/** `nameOf`: what the file is called, in words. */
export const useExportWork = (nameOf: () => string) => {
  const phone = usePhone()
  const isBusy = ref(false)
  const packed = shallowRef<PackedWork | null>(null)
  const hasFailed = ref(false)
  const pack = async (): Promise<void> => {
    if (isBusy.value) return
    isBusy.value = true
    hasFailed.value = false
    packed.value = null
    try {
      packed.value = await packUnsent(phone, hashBlob)
    } catch {
      // No room or no memory for the file: what is here stays here.
      hasFailed.value = true
    } finally {
      isBusy.value = false
    }
  }
  const save = (): void => {
    if (packed.value) saveFile(`${nameOf()}.mengya`, packed.value.file)
  }
  /** Put away or refused: a count, however it stands with what waits. */
  const kept = useLive(
    () => () => phone.database.outbox.where('state').anyOf('refused', 'putAway').count(),
    0,
  )
  /** [DV4] The file is in somebody's hands: a revoked phone need not keep what was refused. */
  const isSafe = async (): Promise<void> => {
    await noteExported(phone.database, packed.value?.refused ?? [], phone.now())
    phone.sync.tryAnew()
  }
  return { isBusy, packed, hasFailed, kept, pack, save, isSafe }
}
