import { computed, shallowReactive, shallowRef, toRefs } from 'vue'
import type { CalendarDay } from '../domain/calendar-day'
import type { StaffId } from '../domain/id'
import { HOUR, MINUTE, type Instant } from '../domain/instant'
import type { Photo } from '../domain/photo'
import { instantOf } from '../domain/time-zone'
import { quietHourAt } from '../domain/visit/quiet-hour'
import { answersKept } from '../domain/visit/asked'
import { noticesFor } from '../domain/visit/handed'
import { addMonths } from '../domain/month'
import type { RecordVisit } from '../domain/visit/owner-visit'
import { VISIT_HEEDS, type VisitHeed, type VisitResult } from '../domain/visit/visit-fields'
import type { VisitedHome } from '../domain/visit/visited-home'
import { act } from './act'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { useNotices } from './notice'
import { usePhone } from './phone'
import { usePhotoTaking } from './photo-taking'
import { useQuestionnaire } from './questionnaire'
import { useSaving } from './saving'
import { useShots } from './shots'
import { useVisitDay } from './visit-day'
import { blankVisit, type WrittenVisit } from './visit-written'

export type VisitMissing =
  | 'result'
  | 'quiet'
  | 'pastDay'
  | 'pastTime'
  | 'ahead'
  | 'payOn'
  | 'nextDay'
  | 'nextTime'
  | 'past'
  | `heed.${VisitHeed}`

/** Open longer than this, the page no longer says when somebody rang. */
const LONGEST_VISIT = 30 * MINUTE

interface AtDoor {
  readonly isQuiet: () => boolean
  /** [VI12] With one open, fees are not spoken of. */
  readonly hasComplaint: () => boolean
}

/** [VI1] One visit, from the first tap at the door to saved; kept all the way. */
export const useVisitForm = (home: () => VisitedHome, { isQuiet, hasComplaint }: AtDoor) => {
  const phone = usePhone()
  const estate = useEstate()
  const day = useVisitDay()
  const { failure, isBusy, saving } = useSaving()
  const questionnaire = useQuestionnaire()
  const { notices } = useNotices()
  const written: WrittenVisit = shallowReactive(blankVisit())
  const photos = shallowRef<readonly Photo[]>([])
  const draft = useKeptDraft<WrittenVisit & { readonly photos: readonly Photo[] }>(
    `door/${home().unit.id}`,
    {
      read: () => ({
        ...{ ...written, heeds: { ...written.heeds }, fee: { ...written.fee } },
        photos: photos.value,
      }),
      write: ({ photos: kept, ...value }) => {
        Object.assign(written, value)
        photos.value = kept
      },
    },
  )
  const taking = usePhotoTaking(draft, () => estate.placeName(home().unit.id))
  const shots = useShots(photos, taking)

  const instantAt = (on: string, time: string): Instant => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return instantOf(on as CalendarDay, hours * 60 + minutes, estate.zone)
  }
  const nextFrom = () => instantAt(written.nextDay, written.nextTime)
  /** [VI16] */
  const happenedAt = (): Instant | null =>
    written.pastDay && written.pastTime ? instantAt(written.pastDay, written.pastTime) : null
  const [openedAt, wasQuiet] = [phone.now(), isQuiet()]
  /** [VI9] Who rang before noon and talked past it disturbed nobody. */
  const rangInQuiet = () => wasQuiet || (isQuiet() && phone.tick.value - openedAt > LONGEST_VISIT)
  /** [VI9] Only ringing disturbs; a message waits, and nobody is in an empty flat. */
  const wasInQuiet = (): boolean => {
    const then = happenedAt()
    return then === null ? rangInQuiet() : quietHourAt(day.value.rule, then, estate.zone) !== null
  }
  const disturbs = computed(
    () =>
      wasInQuiet() &&
      home().unit.occupancy !== 'vacant' &&
      ['door', 'phone'].includes(written.channel),
  )
  const missing = (): VisitMissing | null => {
    const { result, quiet, pastDay, pastTime, nextDay, nextTime, heeds } = written
    if (pastTime && !pastDay) return 'pastDay'
    if (pastDay && !pastTime) return 'pastTime'
    if ((happenedAt() ?? 0) > phone.now()) return 'ahead'
    if (disturbs.value && !quiet.trim()) return 'quiet'
    if (!result) return 'result'
    const { payOn } = written.fee
    if (feeMeant() && payOn && payOn < day.value.today) return 'payOn'
    if (nextTime && !nextDay) return 'nextDay'
    if (nextDay && !nextTime) return 'nextTime'
    if (nextDay && nextFrom() <= phone.now()) return 'past'
    const bare = VISIT_HEEDS.find((what) => heeds[what].months !== '' && !heeds[what].reason.trim())
    return bare ? `heed.${bare}` : null
  }

  const isTalked = () => written.result === 'met' || written.result === 'inspected'
  /** [VI20] A promise of the owner: only what they said, no sum. */
  const feeMeant = (): RecordVisit['fee'] => {
    const { reason, words, payOn } = written.fee
    if (reason === '' || hasComplaint() || written.result !== 'met') return null
    if (reason === 'paid') return { reason, words: '', payOn: null }
    return { reason, words: words.trim(), payOn: payOn ? (payOn as CalendarDay) : null }
  }
  const askedMeant = (): RecordVisit['asked'] => {
    const form = questionnaire.value
    const answers = form && isTalked() ? answersKept(form, written.answers) : []
    return form && answers.length > 0 ? { form: form.id, answers: [...answers] } : null
  }
  /** [VI19] Not handed over here yet. */
  const toHand = computed(() => noticesFor(notices.value, home().visits, day.value.today))
  const handedMeant = (): RecordVisit['handed'] =>
    toHand.value.map(({ id }) => id).filter((id) => written.handed.includes(id))

  const heedsMeant = (): RecordVisit['heeds'] =>
    VISIT_HEEDS.flatMap((what) => {
      const { months, reason } = written.heeds[what]
      if (months === '') return []
      const until = months === 'end' ? null : addMonths(day.value.today, Number(months))
      return [{ what, reason: reason.trim(), until }]
    })

  const actOf = (result: VisitResult): RecordVisit => {
    const { unit, building } = home()
    const named = written.consent ? photos.value : []
    return {
      ...{ act: 'record', community: unit.community, building, home: unit.id },
      ...{
        happenedAt: happenedAt(),
        channel: written.channel,
        result,
        slip: result === 'notHome' && written.slip,
      },
      with: written.with ? [written.with as StaffId] : [],
      ...{ said: written.said.trim(), wish: written.wish.trim() },
      ...{ consent: written.consent, photos: [...named] },
      next: written.nextDay ? { from: nextFrom(), until: nextFrom() + HOUR } : null,
      ...{ handed: handedMeant(), fee: feeMeant(), asked: askedMeant() },
      heeds: heedsMeant(),
      quiet: disturbs.value ? written.quiet.trim() : null,
    }
  }

  /** The visit it became; null when it was not saved, and `missing` or `failure` says why. */
  const save = async (): Promise<string | null> => {
    await draft.endUnfinished()
    const { result } = written
    if (missing() || !result) return null
    const record = phone.newId()
    const deed = actOf(result)
    const isSaved = await saving(async () =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'OwnerVisit', record, act: deed }], {
          ...{ photos: draft.photosOf(deed.photos), dropDrafts },
        }),
      ),
    )
    return isSaved ? record : null
  }

  const colleagues = computed(() =>
    estate.staff.filter(({ id, active }) => active && id !== phone.person.staff),
  )
  return {
    ...{ fields: toRefs(written), shots, draft, disturbs, colleagues, toHand, questionnaire },
    ...{ missing, save, isBusy, failure },
  }
}
