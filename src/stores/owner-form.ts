import { computed, ref, shallowReactive, shallowRef, toRefs } from 'vue'
import type { Unit } from '../domain/home/matrix'
import type { DetailEdits, OwnerFileAct } from '../domain/owner/act'
import { DETAILS, type Details, type Terms } from '../domain/owner/detail'
import { ownerFileId, type OwnerFile, type PersonId } from '../domain/owner/owner-file'
import { tieTo } from '../domain/owner/question'
import type { PlaceId } from '../domain/place'
import { isSame } from '../domain/same'
import { allFiles } from '../storage/owner-files'
import { act } from './act'
import { useKeptDraft } from './kept-draft'
import { useLive } from './live'
import { detailsOf, ownerFaults, ownerValueOf, termsOf, type OwnerValue } from './owner-value'
import { usePhone } from './phone'
import { useSaving } from './saving'

interface Kept {
  readonly value: OwnerValue
  readonly seen: Details
  readonly terms: Terms | null
}

const OWNER: Terms = { relation: 'owner', share: null, since: null, until: null }

const blank = (purpose: string): Details => ({
  ...{ name: '', address: '', household: null, occupation: '', phones: [], plates: [] },
  ...{ pets: '', language: '', hours: '', care: null },
  ...{ purpose, consent: 'notYet', consentOn: null },
})
const detailsIn = (file: OwnerFile): Details =>
  Object.fromEntries(DETAILS.map((name) => [name, file[name]])) as unknown as Details

/** [OF1] [OF3] A file opened, or amended from what stood there when the page was opened. */
export const useOwnerForm = (
  home: Unit,
  building: PlaceId,
  file: OwnerFile | null,
  usualPurpose: string,
) => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const tie = file && tieTo(file, home.id)
  const begun = file ? detailsIn(file) : blank(usualPurpose)
  const seen = shallowRef(begun)
  const terms = shallowRef<Terms | null>(
    tie && { relation: tie.relation, share: tie.share, since: tie.since, until: tie.until },
  )
  const value: OwnerValue = shallowReactive<OwnerValue>(ownerValueOf(begun, terms.value ?? OWNER))
  const draft = useKeptDraft<Kept>(`owner/${home.id}/${file?.id ?? 'new'}`, {
    read: () => ({ value: { ...value }, seen: seen.value, terms: terms.value }),
    write: (kept) => {
      Object.assign(value, kept.value)
      seen.value = kept.seen
      terms.value = kept.terms
    },
  })

  /** [OF1] Somebody of that name who has a file: the same person is not written down twice. */
  const known = useLive(() => () => allFiles(phone.database), [])
  const namesakes = computed(() =>
    file || !value.name.trim()
      ? []
      : known.value.filter(
          (each) => each.name === value.name.trim() && !tieTo(each, home.id) && !each.closedAt,
        ),
  )
  const same = ref<string>('')
  const sameFile = computed(() => namesakes.value.find(({ id }) => id === same.value) ?? null)

  /** Only what ties them to this home is asked then. */
  const isTied = computed(() => sameFile.value?.building === building)
  const faults = computed<Readonly<Record<string, string | undefined>>>(() => {
    const { share, until, ...rest } = ownerFaults(value)
    const tied = { ...(share ? { share } : {}), ...(until ? { until } : {}) }
    return isTied.value ? tied : { ...rest, ...tied }
  })

  const newId = phone.newId() as PersonId
  const openActs = () => {
    const held = sameFile.value
    if (held && isTied.value)
      return {
        record: held.id,
        acts: [{ act: 'tie', home: home.id, seen: null, meant: termsOf(value) }] as const,
      }
    const person = held?.person ?? newId
    const { community } = home
    const opened: OwnerFileAct = {
      ...{ act: 'open', person, community, building, ...detailsOf(value) },
      ties: [{ home: home.id, ...termsOf(value) }],
    }
    return { record: ownerFileId(person, building, phone.nameId), acts: [opened] }
  }
  const amendActs = (amended: OwnerFile) => {
    const meant = detailsOf(value)
    const changed = DETAILS.filter((name) => !isSame(seen.value[name], meant[name]))
    const fields: DetailEdits = Object.fromEntries(
      changed.map((name) => [name, { seen: seen.value[name], meant: meant[name] }] as const),
    )
    const tied = termsOf(value)
    const acts: OwnerFileAct[] = []
    if (changed.length > 0) acts.push({ act: 'amend', fields })
    if (!isSame(terms.value, tied))
      acts.push({ act: 'tie', home: home.id, seen: terms.value, meant: tied })
    return { record: amended.id, acts }
  }

  const save = async (): Promise<boolean> => {
    if (Object.keys(faults.value).length > 0) return false
    return saving(() =>
      draft.handIn((dropDrafts) => {
        const { record, acts } = file ? amendActs(file) : openActs()
        const deeds = acts.map((deed) => ({ kind: 'OwnerFile' as const, record, act: deed }))
        return act(phone, deeds, { dropDrafts })
      }),
    )
  }
  return {
    ...{ value, fields: toRefs(value), draft, faults, namesakes, same, isTied },
    ...{ save, failure, isBusy },
  }
}

export type OwnerForm = ReturnType<typeof useOwnerForm>
