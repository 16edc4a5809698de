import { computed, shallowReactive, shallowRef, toRefs } from 'vue'
import { DAY } from '../domain/instant'
import { departmentOf } from '../domain/intake/department'
import { faultsOf } from '../domain/intake/fault'
import type { Similar } from '../domain/intake/similar'
import { riserOf } from '../domain/intake/riser'
import type { PlaceId } from '../domain/place'
import { failed } from '../domain/result'
import type { Ticket, TicketId } from '../domain/ticket/ticket'
import type { ActToSave } from '../storage/save-acts'
import { similarTickets } from '../storage/similar-tickets'
import { act } from './act'
import { useEstate } from './estate'
import { standTogether, useIntakeActs } from './intake-acts'
import { BLANK_INTAKE, type IntakeValue } from './intake-value'
import { useKeptDraft } from './kept-draft'
import { useLive } from './live'
import { usePhone } from './phone'
import { usePhotoTaking } from './photo-taking'
import { useSaving } from './saving'
import { useShots } from './shots'
import { useTopics } from './topics'

const OF_LATE = 14 * DAY

/** [IN1] 「登记」: what an owner says, from the first word to a saved ticket; kept all the way. */
export const useIntake = (id: string, about = '') => {
  const phone = usePhone()
  const estate = useEstate()
  const { failure, isBusy, saving } = useSaving()
  const known = estate.placeById.get(about as PlaceId)
  const home = known ? { home: known.id, unit: estate.placeName(known.id) } : {}
  const value: IntakeValue = shallowReactive({ ...BLANK_INTAKE, ...home })
  const fields = toRefs(value)
  const draft = useKeptDraft<IntakeValue>(`intake/${id}`, {
    read: () => ({ ...value }),
    write: (kept) => Object.assign(value, kept),
  })
  const at = computed(() => value.place ?? value.home)
  const shots = useShots(
    fields.photos,
    usePhotoTaking(draft, () => estate.placeName(at.value)),
  )
  const community = computed(() => {
    const held = at.value ? estate.placeById.get(at.value)?.community : undefined
    return estate.communities.find((each) => each.id === held) ?? estate.community
  })
  const { topics, majorReasons, topicOf } = useTopics(() => community.value)
  const topic = computed(() => (value.kind === 'complaint' ? topicOf(value.topic) : null))
  const acts = useIntakeActs()

  const facilities = useLive(
    () => async () => (await phone.database.facilities.toArray()).map(({ record }) => record),
    [],
  )
  const facility = computed(
    () => facilities.value.find((each) => each.id === value.facility) ?? null,
  )
  const department = computed(() =>
    departmentOf(value.kind || 'complaint', topic.value, facility.value),
  )

  const similar = useLive<readonly Similar[]>(() => {
    const { home } = value
    const asked = { home, riser: home ? riserOf(home, estate.places) : [] }
    const since = phone.now() - OF_LATE
    const held = value.facility || null
    return () => similarTickets(phone.database, { ...asked, facility: held, since })
  }, [])

  const isShown = computed(() => value.photos.length > 0 || value.sounds.length > 0)
  const faults = computed(() => {
    const isMajor = value.isMajor && acts.may.raise
    return faultsOf({ ...value, isMajor, isShown: isShown.value })
  })

  /** What it became; a tap before the next page is there leads to the same. */
  const became = shallowRef<TicketId | null>(null)

  const save = async (
    shown: TicketId,
    actsOf: () => Promise<readonly ActToSave[]>,
  ): Promise<TicketId | null> => {
    if (became.value) return became.value
    await draft.endUnfinished()
    await shots.settled()
    if (Object.keys(faults.value).length > 0) return null
    const isSaved = await saving(async () => {
      if (!community.value) return failed({ kind: 'refused' as const })
      const photos = draft.photosOf([...value.photos, ...value.sounds])
      const deeds = await actsOf()
      if (deeds.length === 0) return failed({ kind: 'refused' as const })
      return draft.handIn((dropDrafts) =>
        act(phone, deeds, { photos, dropDrafts, whole: standTogether }),
      )
    })
    if (isSaved) became.value = shown
    return isSaved ? shown : null
  }

  const title = computed(() => acts.titleOf({ ...value, title: '' }, topic.value))

  return {
    /** What it is called where nobody writes a title. */
    usualTitle: title,
    ...{ value, fields, draft, shots, facilities, topics, topic, majorReasons, department },
    ...{ similar, faults, community, isBusy, failure },
    may: acts.may,
    /** The ticket it became; null when it was not saved: `faults` or `failure` says why. */
    save: () => {
      const record = phone.newId() as TicketId
      return save(record, () =>
        Promise.resolve(
          community.value ? acts.make(record, value, community.value, topic.value) : [],
        ),
      )
    },
    /** [IN6] The same matter as one that is open. */
    joinTo: (into: TicketId) => {
      const record = phone.newId() as TicketId
      return save(into, async () => {
        const held: Ticket | undefined = (await phone.database.tickets.get(into))?.record
        if (!held || !community.value) return []
        return acts.join(record, held, value, community.value, topic.value)
      })
    },
  }
}

export type IntakePage = ReturnType<typeof useIntake>
