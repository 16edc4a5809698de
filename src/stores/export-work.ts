import { ref, shallowRef } from 'vue'
import { hashBlob } from '../device/hash'
import { saveFile } from '../device/save-file'
import type { DeviceId } from '../domain/id'
import { allBegun } from '../storage/in-hand'
import { ensureDevice } from '../storage/meta'
import { unsentDrafts, type DraftPiece } from '../storage/unsent-drafts'
import { noteExported, unsentWork } from '../storage/unsent-work'
import { isWhole, type HashOf } from '../sync/whole-bytes'
import { packWork } from '../sync/work-file'
import { useLive } from './live'
import { usePhone, type Phone } from './phone'

export interface PackedWork {
  readonly file: Blob
  readonly changes: number
  readonly photos: number
  readonly drafts: number
  /** Photos whose bytes are not what they were: they are not in it. */
  readonly spoilt: number
  /** What the server refused, by its changes: once in a file it is not here only. */
  readonly refused: readonly string[]
}

const named = ({ sha256, blob, value }: DraftPiece) => ({
  ...{ sha256, type: blob.type, bytes: blob.size, value: { ...value, ref: { ...value.ref } } },
})

/** [EX1] All of one's work that the server has not got, as one file; no network and no session. */
export const packUnsent = async (
  { person, database, now, newId }: Pick<Phone, 'person' | 'database' | 'now' | 'newId'>,
  hashOf: HashOf,
): Promise<PackedWork> => {
  const device = await ensureDevice(database, () => newId() as DeviceId)
  const { changes, refused, photos } = await unsentWork(database)
  const whole = []
  for (const photo of photos) if (await isWhole(photo.blob, photo.sha256, hashOf)) whole.push(photo)
  const drafts = []
  let lost = 0
  for (const { key, at, value, pieces } of await unsentDrafts(database)) {
    const sound = []
    for (const piece of pieces)
      if (await isWhole(piece.blob, piece.sha256, hashOf)) sound.push(piece)
    lost += pieces.length - sound.length
    drafts.push({ key, at, value: { ...value }, pieces: sound })
  }
  const work = {
    company: { id: person.company, name: person.companyName },
    staff: { id: person.staff, name: person.name },
    ...{ device, exportedAt: now(), changes, refused },
    photos: whole.map(({ sha256, type, bytes, takenAt }) => ({ sha256, type, bytes, takenAt })),
    drafts: drafts.map(({ pieces, ...draft }) => ({ ...draft, pieces: pieces.map(named) })),
  }
  return {
    file: await packWork(
      work,
      [...whole, ...drafts.flatMap(({ pieces }) => pieces)].map(({ blob }) => blob),
      hashOf,
    ),
    ...{ changes: changes.length + refused.length, photos: whole.length },
    drafts: drafts.length,
    spoilt: photos.length - whole.length + lost,
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
  /** Refused, put away or begun: a count, however it stands with what waits. */
  const kept = useLive(
    () => async () => {
      const { outbox } = phone.database
      const begun = await allBegun(phone.database)
      return begun.length + (await outbox.where('state').anyOf('refused', 'putAway').count())
    },
    0,
  )
  /** [DV4] The file is in somebody's hands: a revoked phone need not keep what was refused. */
  const isSafe = async (): Promise<void> => {
    await noteExported(phone.database, packed.value?.refused ?? [], phone.now())
    phone.sync.tryAnew()
  }
  return { isBusy, packed, hasFailed, kept, pack, save, isSafe }
}
