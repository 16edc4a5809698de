import { computed, shallowRef } from 'vue'
import type { FacilityId } from '../domain/facility'
import type { Photo } from '../domain/photo'
import type { PlaceId } from '../domain/place'
import { failed } from '../domain/result'
import type { Sound } from '../domain/sound'
import type { TicketAct, TicketActOf } from '../domain/ticket/act'
import type { TicketId } from '../domain/ticket/ticket'
import { alreadyReplaced, replacing, SNAP_DRAFT } from '../storage/replaced'
import { act } from './act'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { useGuessedPlace } from './last-place'
import { usePhone } from './phone'
import { usePhotoTaking } from './photo-taking'
import { useSaving } from './saving'
import { useShots } from './shots'
import { useSnapTicket, type Seen, type SnapKind, type TitleOf } from './snap-ticket'
import { useOpenTicketsAt } from './ticket'

interface SnapValue extends Omit<Seen, 'facility'> {
  /** Absent in what an earlier app began. */
  readonly facility?: FacilityId | null
  /** Null while nobody chose: the guess stands. */
  readonly place: PlaceId | null
  /** [EX6] What the server refused and this says anew, by its place in the outbox. */
  readonly replaces?: readonly number[]
}

const SIMILAR_ASKED = 50

/** 「随手拍」: from the first shot to a saved ticket, kept all the way. */
export const useSnap = (titleOf: TitleOf) => {
  const phone = usePhone()
  const estate = useEstate()
  const guessed = useGuessedPlace()
  const ticketFor = useSnapTicket(titleOf)
  const { failure, isBusy, saving } = useSaving()
  const photos = shallowRef<readonly Photo[]>([])
  const sounds = shallowRef<readonly Sound[]>([])
  const chosen = shallowRef<PlaceId | null>(null)
  const kind = shallowRef<SnapKind>('defect')
  const words = shallowRef('')
  const home = shallowRef<PlaceId | null>(null)
  const nextWord = shallowRef('')
  const facility = shallowRef<FacilityId | null>(null)
  const replaces = shallowRef<readonly number[]>([])
  const seen = (): Seen => ({
    ...{ photos: photos.value, sounds: sounds.value, kind: kind.value, words: words.value },
    ...{ home: home.value, nextWord: nextWord.value, facility: facility.value },
  })
  const draft = useKeptDraft<SnapValue>(SNAP_DRAFT, {
    read: () => ({ ...seen(), place: chosen.value, replaces: replaces.value }),
    write: (value) => {
      photos.value = value.photos
      sounds.value = value.sounds
      chosen.value = value.place
      kind.value = value.kind
      words.value = value.words
      home.value = value.home
      nextWord.value = value.nextWord
      facility.value = value.facility ?? null
      replaces.value = value.replaces ?? []
    },
  })

  const place = computed<PlaceId | null>({
    get: () => chosen.value ?? guessed.value?.place ?? null,
    set: (id) => {
      // [FA4] Elsewhere stands another machine.
      if (id !== chosen.value) facility.value = null
      chosen.value = id
    },
  })
  /** A guess is not burnt in; what is saved is, see `stampAt`. */
  const stampedPlace = shallowRef<PlaceId | null>(null)
  const taking = usePhotoTaking(draft, () => estate.placeName(stampedPlace.value ?? chosen.value))
  const shots = useShots(photos, taking)
  /** What the place shown is guessed from; null where somebody chose, and where there is none. */
  const guessedBy = computed(() => (chosen.value ? null : (guessed.value?.by ?? null)))
  const similar = useOpenTicketsAt(() => place.value, SIMILAR_ASKED)
  const communityOf = (id: PlaceId | null) => estate.placeById.get(id as PlaceId)?.community
  /** Chosen before the place was another community's. */
  const isHomeElsewhere = () =>
    home.value !== null && communityOf(home.value) !== communityOf(place.value)
  const missing = computed<'place' | 'something' | 'home' | null>(() => {
    const isEmpty = photos.value.length === 0 && sounds.value.length === 0 && !words.value.trim()
    if (isEmpty) return 'something'
    if (place.value === null) return 'place'
    return isHomeElsewhere() ? 'home' : null
  })

  /** [FA4] From the page of a facility; what was begun about something else is not turned round. */
  const beginAt = async (of: string) => {
    const found = (await phone.database.facilities.get(of))?.record
    if (!found || chosen.value !== null || missing.value !== 'something') return
    chosen.value = found.place
    facility.value = found.id
  }

  const stampAt = async (at: PlaceId) => {
    stampedPlace.value = at
    const anew: Photo[] = []
    for (const photo of photos.value) anew.push(await taking.restamp(photo))
    photos.value = anew
    stampedPlace.value = null
  }

  /** What it became; a tap before the next page is there leads to the same. */
  let became: TicketId | null = null

  /** One act made of what is on the screen takes the draft's place; a second tap saves nothing. */
  const saveAs = async (
    record: TicketId,
    deedAt: (at: PlaceId) => Promise<TicketActOf<'receive' | 'say'> | null>,
    further: readonly TicketAct[] = [],
  ): Promise<TicketId | null> => {
    if (became) return became
    await draft.endUnfinished()
    const at = place.value
    if (at === null || missing.value !== null) return null
    const isSaved = await saving(async () => {
      await stampAt(at)
      const deed = await deedAt(at)
      if (!deed) return failed({ kind: 'refused' as const })
      const attached = draft.photosOf([...deed.photos, ...(deed.sounds ?? [])])
      const acts = [deed, ...further].map((each) => ({
        ...{ kind: 'Ticket' as const, record, act: each },
      }))
      const also = replacing(phone.database, replaces.value)
      return draft.handIn(async (dropDrafts) =>
        // Said anew already, in another tab: once more would be twice.
        (await alreadyReplaced(phone.database, replaces.value))
          ? failed({ kind: 'refused' as const })
          : act(phone, acts, { photos: attached, dropDrafts, also }),
      )
    })
    if (isSaved) became = record
    return isSaved ? record : null
  }

  return {
    ...{ draft, photos, sounds, place, guessedBy, kind, words, home, nextWord },
    ...{ similar, missing, isBusy, failure },
    shots,
    beginAt,
    facility,
    /** The ticket it became; null when it was not saved, and `failure` says why. */
    save: () => {
      const told = ticketFor.tell(seen())
      return saveAs(phone.newId() as TicketId, (at) => ticketFor.receiveAt(at, seen()), told)
    },
    /** [TK14] The same matter as one that is open: it goes into that one's thread. */
    addTo: (ticket: TicketId) => saveAs(ticket, () => Promise.resolve(ticketFor.say(seen()))),
    /** Pictures handed over from outside, once the draft is there: each kept before the next. */
    takeAll: (files: readonly Blob[]) => shots.shoot(files, 'gallery'),
  }
}
