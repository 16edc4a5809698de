import { computed, shallowRef } from 'vue'
import type { Photo } from '../domain/photo'
import type { PlaceId } from '../domain/place'
import { failed } from '../domain/result'
import { firstLineOf } from '../domain/text'
import { dueOf } from '../domain/ticket/question'
import type { TicketActOf } from '../domain/ticket/act'
import type { TicketId, TicketKind } from '../domain/ticket/ticket'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { useLastPlace } from './last-place'
import { act, usePhone } from './phone'
import { usePhotoTaking } from './photo-taking'
import { useSaving } from './saving'
import { useShots } from './shots'
import { useOpenTicketsAt } from './ticket'

/** What staff see in passing. */
export const SNAP_KINDS = ['defect', 'hazard', 'repair'] as const satisfies readonly TicketKind[]
export type SnapKind = (typeof SNAP_KINDS)[number]

interface SnapValue {
  readonly photos: readonly Photo[]
  /** Null while nobody chose: the guess stands. */
  readonly place: PlaceId | null
  readonly kind: SnapKind
  readonly words: string
}

const SIMILAR_SHOWN = 3

/** 「随手拍」: from the first shot to a saved ticket, kept all the way. */
export const useSnap = (titleOf: (place: string) => string) => {
  const phone = usePhone()
  const estate = useEstate()
  const lastPlace = useLastPlace()
  const { failure, isBusy, saving } = useSaving()
  const photos = shallowRef<readonly Photo[]>([])
  const chosen = shallowRef<PlaceId | null>(null)
  const kind = shallowRef<SnapKind>('defect')
  const words = shallowRef('')
  const draft = useKeptDraft<SnapValue>('snap', {
    read: () => ({
      ...{ photos: photos.value, place: chosen.value, kind: kind.value, words: words.value },
    }),
    write: (value) => {
      photos.value = value.photos
      chosen.value = value.place
      kind.value = value.kind
      words.value = value.words
    },
  })

  const place = computed<PlaceId | null>({
    get: () => chosen.value ?? lastPlace.value,
    set: (id) => (chosen.value = id),
  })
  /** A guess is not burnt in: what is saved is, see `restampAll`. */
  const stampedPlace = shallowRef<PlaceId | null>(null)
  const taking = usePhotoTaking(draft, () => estate.placeName(stampedPlace.value ?? chosen.value))
  const shots = useShots(photos, taking)
  const isGuessed = computed(() => chosen.value === null && place.value !== null)
  const similar = useOpenTicketsAt(() => place.value, SIMILAR_SHOWN)
  const missing = computed<'place' | 'something' | null>(() => {
    if (photos.value.length === 0 && !words.value.trim()) return 'something'
    return place.value === null ? 'place' : null
  })

  /** Asked of the database, not of the screen: a quick thumb may be here before the lists are. */
  const communityAt = async (at: PlaceId) => {
    const found = (await phone.database.places.get(at))?.record.community
    return found ? (await phone.database.communities.get(found))?.record : undefined
  }

  const restampAll = async (at: PlaceId) => {
    stampedPlace.value = at
    const anew: Photo[] = []
    for (const photo of photos.value) anew.push(await taking.restamp(photo))
    photos.value = anew
    stampedPlace.value = null
  }

  const deedAt = async (at: PlaceId): Promise<TicketActOf<'receive'> | null> => {
    const community = await communityAt(at)
    if (!community) return null
    const said = words.value.trim()
    const title = firstLineOf(said, 120) || firstLineOf(titleOf(estate.placeName(at)), 120)
    const matter = { kind: kind.value, gravity: 'ordinary' as const, urgent: false }
    return {
      ...{ act: 'receive', community: community.id, ...matter, title },
      words: said === title ? '' : said,
      ...{ place: at, facility: null, spot: '', home: null, origin: { by: 'staff' } },
      ...{ caller: null, firstResponsible: phone.person.staff, fixed: null },
      due: dueOf(matter, phone.now(), community.deadlines),
      photos: [...photos.value],
    }
  }

  /** The ticket it became; null when it was not saved, and `failure` says why. */
  const save = async (): Promise<TicketId | null> => {
    const at = place.value
    if (at === null || missing.value !== null) return null
    const ticket = phone.newId() as TicketId
    const isSaved = await saving(async () => {
      await restampAll(at)
      const deed = await deedAt(at)
      if (!deed) return failed({ kind: 'refused' as const })
      const attached = draft.photosOf(deed.photos)
      return draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'Ticket', record: ticket, act: deed }], {
          photos: attached,
          dropDrafts,
        }),
      )
    })
    return isSaved ? ticket : null
  }

  return {
    ...{ draft, photos, place, isGuessed, kind, words, similar, missing, save, isBusy, failure },
    shots,
    /** Pictures handed over from outside, once the draft is there: each kept before the next. */
    takeAll: (files: readonly Blob[]) => shots.shoot(files, 'gallery'),
  }
}
