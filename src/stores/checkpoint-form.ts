import { computed, shallowReactive, toRefs } from 'vue'
import { newToken } from '../device/ids'
import type { Checkpoint, CheckpointAct, CheckpointId } from '../domain/checkpoint'
import type { Facility, FacilityId } from '../domain/facility'
import { newestForm, type Form, type FormId } from '../domain/form/form'
import type { PlaceId } from '../domain/place'
import { failed } from '../domain/result'
import { act } from './act'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { useLive } from './live'
import { usePatrol } from './patrol'
import { usePhone } from './phone'
import { useSaving } from './saving'

interface CheckpointWords {
  name: string
  place: PlaceId | null
  facility: string
  form: string
}

const NAME = 60

/** [PA12] A checkpoint being set: where it is, what stands there, and what is looked at. */
export const useCheckpointForm = (held: Checkpoint | null) => {
  const phone = usePhone()
  const estate = useEstate()
  const patrol = usePatrol()
  const { failure, isBusy, saving } = useSaving()
  const words: CheckpointWords = shallowReactive({
    ...{ name: held?.name ?? '', place: held?.place ?? null },
    ...{ facility: held?.facility ?? '', form: held?.form ?? '' },
  })
  const draft = useKeptDraft<CheckpointWords>(`checkpoint/${held?.id ?? 'new'}`, {
    read: () => ({ ...words }),
    write: (kept) => Object.assign(words, kept),
  })
  const facilities = useLive<readonly Facility[]>(
    () => async () => (await phone.database.facilities.toArray()).map(({ record }) => record),
    [],
  )
  /** What stands at the place; one that is scrapped is not walked to. */
  const there = computed(() =>
    facilities.value.filter(
      ({ id, place, state }) =>
        id === words.facility || (place === words.place && state !== 'scrapped'),
    ),
  )
  /** The checklists there are, each in its newest version. */
  const checklists = computed<readonly Form[]>(() =>
    [...new Set(patrol.forms.map(({ form }) => form))]
      .flatMap((form) => newestForm(patrol.forms, form) ?? [])
      .filter(({ purpose }) => purpose === 'checklist')
      .sort((a, b) => a.title.localeCompare(b.title, 'zh')),
  )
  const faults = computed(() => {
    const length = words.name.trim().length
    return new Set([
      ...(length === 0 || length > NAME ? (['name'] as const) : []),
      ...(words.place ? [] : (['place'] as const)),
      ...(words.form ? [] : (['form'] as const)),
    ])
  })
  const save = (): Promise<boolean> => {
    const { place } = words
    const community = held?.community ?? estate.community?.id
    if (!community || !place)
      return saving(() => Promise.resolve(failed({ kind: 'refused' as const })))
    const id = held?.id ?? (phone.newId() as CheckpointId)
    const checkpoint: Checkpoint = {
      ...(held ?? { token: newToken() }),
      ...{ id, community, name: words.name.trim(), place, form: words.form as FormId },
      facility: words.facility ? (words.facility as FacilityId) : null,
    }
    const deed: CheckpointAct = held ? { act: 'amend', checkpoint } : { act: 'set', checkpoint }
    return saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'Checkpoint', record: id, act: deed }], { dropDrafts }),
      ),
    )
  }
  return { fields: toRefs(words), draft, faults, there, checklists, save, failure, isBusy }
}
