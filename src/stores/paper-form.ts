import { computed, reactive, shallowRef, toRefs } from 'vue'
import { isCalendarDay, type CalendarDay } from '../domain/calendar-day'
import type { OwnerFileActOf } from '../domain/owner/act'
import type { OwnerFile } from '../domain/owner/owner-file'
import { mayPicture, type PaperSort } from '../domain/owner/paper'
import type { Photo } from '../domain/photo'
import type { PlaceId } from '../domain/place'
import { act } from './act'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { usePhotoTaking } from './photo-taking'
import { useSaving } from './saving'
import { useShots } from './shots'

interface Written {
  sort: PaperSort
  title: string
  on: string
  until: string
  agreed: boolean
}

const dayOf = (text: string): CalendarDay | null => (isCalendarDay(text) ? text : null)

/** [OF17] A paper put into a file, with pictures where they agreed; kept until it is saved. */
export const usePaperForm = (home: PlaceId, file: OwnerFile) => {
  const phone = usePhone()
  const estate = useEstate()
  const { failure, isBusy, saving } = useSaving()
  const written: Written = reactive<Written>({
    ...{ sort: 'renovation', title: '', on: '', until: '', agreed: false },
  })
  const photos = shallowRef<readonly Photo[]>([])
  const draft = useKeptDraft<Written & { readonly photos: readonly Photo[] }>(
    `owner/${home}//${file.id}/paper/new`,
    {
      read: () => ({ ...written, photos: photos.value }),
      write: ({ photos: kept, ...value }) => {
        Object.assign(written, value)
        photos.value = kept
      },
    },
  )
  const shots = useShots(
    photos,
    usePhotoTaking(draft, () => estate.placeName(home)),
  )
  const isPictured = computed(() => mayPicture(written))
  /** What is wrong: an end before its beginning; another paper without a name. */
  const faults = computed<Readonly<Record<string, string | undefined>>>(() => ({
    ...(written.on && written.until && written.until < written.on ? { until: 'until' } : {}),
    ...(written.sort === 'other' && !written.title.trim() ? { title: 'paperTitle' } : {}),
  }))
  const save = async (): Promise<boolean> => {
    await draft.endUnfinished()
    await shots.settled()
    if (Object.keys(faults.value).length > 0) return false
    const deed: OwnerFileActOf<'paper'> = {
      ...{ act: 'paper', sort: written.sort, title: written.title.trim() },
      ...{ on: dayOf(written.on), until: dayOf(written.until), agreed: isPictured.value },
      photos: isPictured.value ? [...photos.value] : [],
    }
    return saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'OwnerFile', record: file.id, act: deed }], {
          ...{ photos: draft.photosOf(deed.photos), dropDrafts },
        }),
      ),
    )
  }
  return { fields: toRefs(written), shots, draft, isPictured, faults, save, failure, isBusy }
}
