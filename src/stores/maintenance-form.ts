import { computed, ref, shallowRef } from 'vue'
import type { CalendarDay } from '../domain/calendar-day'
import type { Facility } from '../domain/facility'
import type { Instant } from '../domain/instant'
import type { Maintenance, MaintenanceId } from '../domain/maintenance'
import type { Photo } from '../domain/photo'
import { dateAndTime, instantOf } from '../domain/time-zone'
import { act } from './act'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { usePhotoTaking } from './photo-taking'
import { useSaving } from './saving'
import { useShots } from './shots'

const minute = (at: Instant, zone: string) => dateAndTime(at, zone).replace(' ', 'T')

/** [FA11] Who came, from whom, and when: said as they arrive. */
export const useSignInForm = (facility: Facility) => {
  const phone = usePhone()
  const { zone } = useEstate()
  const { failure, isBusy, saving } = useSaving()
  const contractor = ref(facility.maintenance?.contractor ?? '')
  const people = ref('')
  const opened = minute(phone.now(), zone)
  const arrived = ref(opened)
  const draft = useKeptDraft<{ contractor: string; said: string; arrived: string }>(
    `facility/${facility.id}/maintenance/new`,
    {
      read: () => ({
        ...{ contractor: contractor.value, said: people.value },
        arrived: arrived.value,
      }),
      write: (kept) => {
        contractor.value = kept.contractor
        people.value = kept.said
        arrived.value = kept.arrived
      },
    },
  )
  const arrivedAt = computed<Instant | null>(() => {
    if (arrived.value === opened) return phone.now()
    const [day = '', time = ''] = arrived.value.split('T')
    const [hour = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number)
    return Number.isNaN(hour + minutes)
      ? null
      : instantOf(day as CalendarDay, hour * 60 + minutes, zone)
  })
  const faults = computed<Readonly<Record<string, string | undefined>>>(() => ({
    ...(contractor.value.trim() ? {} : { contractor: 'contractor' }),
    ...(people.value.trim() ? {} : { people: 'people' }),
    ...(arrivedAt.value === null || arrivedAt.value > phone.now() ? { arrived: 'arrived' } : {}),
  }))
  const save = async (): Promise<boolean> => {
    const at = arrivedAt.value
    if (at === null || Object.keys(faults.value).length > 0) return false
    const { id, community } = facility
    const told = { community, facility: id, contractor: contractor.value.trim() }
    const deed = { ...told, act: 'signIn' as const, people: people.value.trim(), arrivedAt: at }
    return saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'Maintenance', record: phone.newId(), act: deed }], { dropDrafts }),
      ),
    )
  }
  return { contractor, people, arrived, draft, faults, save, failure, isBusy }
}

/** [FA11] What was done, and the sheet they left. */
export const useFinishForm = ({ id, facility }: Maintenance, where: () => string) => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const words = ref('')
  const photos = shallowRef<readonly Photo[]>([])
  const draft = useKeptDraft<{ readonly words: string; readonly photos: readonly Photo[] }>(
    `facility/${facility}/maintenance/${id}`,
    {
      read: () => ({ words: words.value, photos: photos.value }),
      write: (kept) => {
        words.value = kept.words
        photos.value = kept.photos
      },
    },
  )
  const shots = useShots(photos, usePhotoTaking(draft, where))
  const faults = computed<Readonly<Record<string, string | undefined>>>(() => ({
    ...(words.value.trim() ? {} : { words: 'done' }),
    ...(photos.value.length > 0 ? {} : { sheet: 'sheet' }),
  }))
  const save = async (): Promise<boolean> => {
    await draft.endUnfinished()
    await shots.settled()
    if (Object.keys(faults.value).length > 0) return false
    const sheet = [...photos.value]
    const deed = { act: 'finish' as const, words: words.value.trim(), sheet }
    return saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'Maintenance', record: id satisfies MaintenanceId, act: deed }], {
          ...{ photos: draft.photosOf(sheet), dropDrafts },
        }),
      ),
    )
  }
  return { words, shots, draft, faults, save, failure, isBusy }
}
