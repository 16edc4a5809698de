import { computed, shallowReactive, toRefs } from 'vue'
import { hashBlob } from '../device/hash'
import type { Instant } from '../domain/instant'
import type { LocalMoment } from '../domain/local-moment'
import type { Photo } from '../domain/photo'
import type { PlaceId } from '../domain/place'
import type { RepairPart } from '../domain/repair/charge'
import type { Fen } from '../domain/repair/money'
import { paperText } from '../domain/repair/paper'
import type { RepairNoteId } from '../domain/repair/repair-note'
import type { WarrantyOf } from '../domain/repair/repair-sheet'
import type { PartDraft } from '../domain/repair/sheet-fault'
import { isUnsigned, signatureFault, type Signature } from '../domain/signature'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { usePhotoTaking } from './photo-taking'
import { useShots } from './shots'

export interface AttendanceDraft {
  readonly staff: string
  readonly from: LocalMoment
  readonly until: LocalMoment
}

/** A repair note as it stands on the screen: what cannot be read yet is null or empty. */
export interface RepairWritten {
  /** The note it becomes, named at once, so that what is signed can be named too. */
  note: RepairNoteId
  title: string
  part: RepairPart
  home: PlaceId | null
  place: PlaceId | null
  arrivedAt: LocalMoment
  endedAt: LocalMoment
  minutes: number | null
  found: string
  done: string
  parts: readonly PartDraft[]
  labour: Fen | null
  warrantyOf: WarrantyOf | ''
  handedOver: string
  isCourtesy: boolean
  courtesy: string
  agreed: Fen | null
  agreedAt: Instant | null
  before: readonly Photo[]
  after: readonly Photo[]
  isDifficult: boolean
  attended: readonly AttendanceDraft[]
  unattended: string
  signature: Signature | undefined
  /** What stood over the signature when it was given. */
  signedText: string
  unsigned: string
  isSolved: boolean
}

const EMPTY: Omit<RepairWritten, 'note'> = {
  ...{ title: '', part: 'home', home: null, place: null, arrivedAt: '', endedAt: '' },
  ...{ minutes: null, found: '', done: '', parts: [], labour: null, warrantyOf: '' },
  ...{ handedOver: '', isCourtesy: false, courtesy: '', agreed: null, agreedAt: null },
  ...{ before: [], after: [], isDifficult: false, attended: [], unattended: '' },
  ...{ signature: undefined, signedText: '', unsigned: '', isSolved: true },
}

/** [RN1] What is written of one visit, kept as it is written: photos, strokes and words. */
export const useRepairForm = (key: string, begin: Partial<RepairWritten>) => {
  const phone = usePhone()
  const estate = useEstate()
  const fresh = { ...EMPTY, note: phone.newId() as RepairNoteId, ...begin }
  const written: RepairWritten = shallowReactive<RepairWritten>(fresh)
  const draft = useKeptDraft<RepairWritten>(key, {
    read: () => ({ ...written }),
    write: (value) => Object.assign(written, value),
  })
  const fields = toRefs(written)
  const taking = usePhotoTaking(draft, () => estate.placeName(written.home ?? written.place))
  const shots = { before: useShots(fields.before, taking), after: useShots(fields.after, taking) }
  const isTaking = computed(() => shots.before.waiting.value + shots.after.waiting.value > 0)

  /** [RN6] The signature with the hash of what stood over it; null where there is none, or half of one. */
  const signed = async (sheet: Parameters<typeof paperText>[1]) => {
    const { signature, note } = written
    if (!signature || signatureFault(signature)) return null
    const text = new Blob([paperText(note, sheet)])
    return {
      signature: { ...signature, name: signature.name.trim() },
      sha256: await hashBlob(text),
    }
  }

  return {
    ...{ written, fields, draft, shots, isTaking, signed },
    hasSigned: computed(() => !isUnsigned(written.signature)),
  }
}

export type RepairForm = ReturnType<typeof useRepairForm>
