import type { FacilityId } from '../domain/facility'
import type { PlaceId } from '../domain/place'
import type { Photo } from '../domain/photo'
import type { Sound } from '../domain/sound'
import { firstLineOf } from '../domain/text'
import type { TicketActOf } from '../domain/ticket/act'
import { dueOf } from '../domain/ticket/clock-rule'
import type { TicketKind } from '../domain/ticket/ticket'
import { useEstate } from './estate'
import { useOwnerTold, type OwnerWaits } from './owner-waits'
import { usePhone } from './phone'

/** What staff see in passing. */
export const SNAP_KINDS = ['defect', 'hazard', 'repair'] as const satisfies readonly TicketKind[]
export type SnapKind = (typeof SNAP_KINDS)[number]

/** What was seen, as it stands on the screen. */
export interface Seen extends OwnerWaits {
  readonly photos: readonly Photo[]
  readonly sounds: readonly Sound[]
  readonly kind: SnapKind
  readonly words: string
  /** [FA4] Which facility it is about, where somebody came from its page. */
  readonly facility: FacilityId | null
}

/** Of what a ticket without words gets its title. */
export type TitleOf = (place: string, by: 'photo' | 'voice') => string

const TITLE = 120

/** [TK14] What was seen in passing as the act that makes a ticket of it, or adds it to one. */
export const useSnapTicket = (titleOf: TitleOf) => {
  const phone = usePhone()
  const estate = useEstate()

  /** Asked of the database, not of the screen: a quick thumb may be here before the lists are. */
  const communityAt = async (at: PlaceId) => {
    const found = (await phone.database.places.get(at))?.record.community
    return found ? (await phone.database.communities.get(found))?.record : undefined
  }

  const titleFor = ({ photos, words }: Seen, at: PlaceId): string => {
    const place = estate.placeName(at)
    return firstLineOf(words || titleOf(place, photos.length > 0 ? 'photo' : 'voice'), TITLE)
  }

  const receiveAt = async (at: PlaceId, seen: Seen): Promise<TicketActOf<'receive'> | null> => {
    const community = await communityAt(at)
    if (!community) return null
    const said = seen.words.trim()
    const title = titleFor({ ...seen, words: said }, at)
    const matter = { kind: seen.kind, gravity: 'ordinary' as const, urgent: false }
    return {
      ...{ act: 'receive', community: community.id, ...matter, title },
      words: said === title ? '' : said,
      ...{ place: at, facility: seen.facility, spot: '', home: seen.home, origin: { by: 'staff' } },
      ...{ caller: null, firstResponsible: phone.person.staff, fixed: null },
      due: dueOf(matter, phone.now(), community),
      ...{ photos: [...seen.photos], sounds: [...seen.sounds] },
    }
  }

  const say = ({ photos, sounds, words }: Seen): TicketActOf<'say'> => ({
    ...{ act: 'say', words: words.trim(), photos: [...photos] },
    ...(sounds.length > 0 ? { sounds: [...sounds] } : {}),
  })

  return { receiveAt, tell: useOwnerTold(), say }
}
