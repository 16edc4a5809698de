import { computed, shallowReactive, shallowRef, toRefs } from 'vue'
import {
  FACILITY_FIELDS,
  type Facility,
  type FacilityFields,
  type FacilityId,
} from '../domain/facility'
import type { FacilityAct, FacilityEdits } from '../domain/facility/act'
import type { Photo } from '../domain/photo'
import { isSame } from '../domain/same'
import { act } from './act'
import { useEstate } from './estate'
import { BLANK, facilityFaults, facilityFieldsOf, facilityValueOf } from './facility-value'
import type { FacilityValue } from './facility-value'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { usePhotoTaking } from './photo-taking'
import { useSaving } from './saving'
import { useShots } from './shots'

interface Kept {
  readonly value: FacilityValue
  readonly seen: FacilityFields | null
  readonly photos: readonly Photo[]
  readonly certificate: readonly Photo[]
}

/** Six of each are kept. */
export const MOST_PICTURES = 6

const fieldsIn = (facility: Facility): FacilityFields =>
  Object.fromEntries(
    FACILITY_FIELDS.map((name) => [name, facility[name]]),
  ) as unknown as FacilityFields

/** [FA6] A facility written down, or amended from what stood there when the page was opened. */
export const useFacilityForm = (facility: Facility | null) => {
  const phone = usePhone()
  const estate = useEstate()
  const { failure, isBusy, saving } = useSaving()
  const begun = facility ? fieldsIn(facility) : null
  const seen = shallowRef(begun)
  const value: FacilityValue = shallowReactive<FacilityValue>(
    begun ? facilityValueOf(begun) : { ...BLANK },
  )
  const photos = shallowRef<readonly Photo[]>(begun?.photos ?? [])
  const certificate = shallowRef<readonly Photo[]>(begun?.certificate?.photos ?? [])
  const draft = useKeptDraft<Kept>(`facility/${facility?.id ?? 'new'}`, {
    read: () => ({
      ...{ value: { ...value }, seen: seen.value },
      ...{ photos: photos.value, certificate: certificate.value },
    }),
    write: (kept) => {
      Object.assign(value, kept.value)
      seen.value = kept.seen
      photos.value = kept.photos
      certificate.value = kept.certificate
    },
  })
  const taking = usePhotoTaking(draft, () => estate.placeName(value.place))
  const shots = { photos: useShots(photos, taking), certificate: useShots(certificate, taking) }

  const faults = computed<Readonly<Record<string, string | undefined>>>(() => ({
    ...facilityFaults(value),
    ...(photos.value.length > MOST_PICTURES ? { photos: 'pictures' } : {}),
    ...(value.isCertified && certificate.value.length > MOST_PICTURES
      ? { certificatePhotos: 'pictures' }
      : {}),
  }))
  const newId = phone.newId() as FacilityId

  const deedOf = (meant: FacilityFields): FacilityAct | null => {
    const before = seen.value
    if (facility && before) {
      const changed = FACILITY_FIELDS.filter((name) => !isSame(before[name], meant[name]))
      const edits = changed.map((name) => [name, { seen: before[name], meant: meant[name] }])
      return changed.length > 0
        ? { act: 'amend', fields: Object.fromEntries(edits) as FacilityEdits }
        : null
    }
    const community = estate.placeById.get(meant.place)?.community
    if (!community) return null
    const installed = { ...meant, id: newId, community, state: 'inUse' as const }
    return { act: 'install', facility: installed }
  }
  /** Which it is, once it is saved; null where something is wrong, or could not be saved. */
  const save = async (): Promise<FacilityId | null> => {
    await draft.endUnfinished()
    await Promise.all([shots.photos.settled(), shots.certificate.settled()])
    const pictures = { photos: photos.value, certificate: certificate.value }
    const meant = facilityFieldsOf(value, pictures)
    if (!meant || Object.keys(faults.value).length > 0) return null
    const record = facility?.id ?? newId
    const deed = deedOf(meant)
    const isSaved = await saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, deed ? [{ kind: 'Facility', record, act: deed }] : [], {
          photos: draft.photosOf([...meant.photos, ...(meant.certificate?.photos ?? [])]),
          dropDrafts,
        }),
      ),
    )
    return isSaved ? record : null
  }
  return { fields: toRefs(value), shots, draft, faults, save, failure, isBusy }
}
export type FacilityForm = ReturnType<typeof useFacilityForm>
