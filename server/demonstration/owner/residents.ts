import { addDays, type CalendarDay } from '../../../src/domain/calendar-day'
import type { Unit } from '../../../src/domain/home/matrix'
import type { Relation, Terms } from '../../../src/domain/owner/detail'
import { ownerFileId, type PersonId } from '../../../src/domain/owner/owner-file'
import type { Place, PlaceId } from '../../../src/domain/place'
import { pathOf } from '../../../src/domain/place-path'
import { DAY, HOUR } from '../../../src/domain/instant'
import { localDay } from '../../../src/domain/time-zone'
import { Chance } from '../chance'
import type { Hand } from '../timeline'
import type { World } from '../world'
import { demonstrationId, nameId } from '../writer'
import {
  CARE_STORIES,
  GIVEN,
  HOURS,
  LANGUAGES,
  NOTES,
  OCCUPATIONS,
  PETS,
  SURNAMES,
} from './resident'

const SEED = 20_261_130
const STEWARDS = { first: 'limin', second: 'sunjia' }

interface Told {
  readonly person: PersonId
  readonly home: Unit
  readonly building: PlaceId
  readonly relation: Relation
  readonly share: number | null
}

/** Who owns and lives in the homes of 萌芽花园, as the stewards wrote it down. */
export class Residents {
  readonly #chance = new Chance(SEED)
  readonly #byId: ReadonlyMap<PlaceId, Place>
  readonly #today: CalendarDay
  #told = 0
  readonly #cared = new Set<string>()

  constructor(
    private readonly world: World,
    private readonly places: readonly Place[],
  ) {
    this.#byId = new Map(places.map((place) => [place.id, place]))
    this.#today = localDay(world.now, world.zone)
  }

  tell(): void {
    for (const home of this.places)
      if (home.kind === 'unit' && this.#hasFile(home)) this.#tellOf(home)
  }

  /** [OF8] Those of special care all have one; of the others most. */
  #hasFile(home: Unit): boolean {
    return this.#chance.isLucky(0.72) || this.#careOf(home) !== undefined
  }

  #careOf(home: Unit) {
    return CARE_STORIES.find((each) => demonstrationId(`place ${each.home}`) === home.id)
  }

  #tellOf(home: Unit): void {
    const path = pathOf(home, (id) => this.#byId.get(id))
    const building = path.find(({ kind }) => kind === 'building')
    if (!building) return
    const hand = this.world.hand(building.order <= 4 ? STEWARDS.first : STEWARDS.second)
    const isShared = this.#chance.isLucky(0.3)
    const person = (which: string) => demonstrationId<PersonId>(`person ${home.id} ${which}`)
    const told = { home, building: building.id }
    const share = isShared ? 50 : 100
    this.#open(hand, { ...told, person: person('owner'), relation: 'owner', share })
    if (isShared) this.#open(hand, { ...told, person: person('other'), relation: 'owner', share })
    if (home.occupancy === 'let')
      this.#open(hand, { ...told, person: person('lessee'), relation: 'lessee', share: null })
    else if (this.#chance.isLucky(0.06))
      this.#leave(hand, { ...told, person: person('before'), relation: 'owner', share: 100 })
  }

  #open(hand: Hand, told: Told): void {
    const { chance, world } = { chance: this.#chance, world: this.world }
    const at = world.began + chance.whole(1, 50) * HOUR
    const id = ownerFileId(told.person, told.building, nameId)
    world.timeline.add(hand, at, 'OwnerFile', id, {
      ...{ act: 'open', person: told.person, community: world.community.id },
      ...{ building: told.building, ...this.#details(told) },
      ties: [{ home: told.home.id, ...this.#terms(told) }],
    })
    if (chance.isLucky(0.08))
      world.timeline.add(hand, at + chance.whole(3, 40) * DAY, 'OwnerFile', id, {
        ...{ act: 'note', words: chance.pick(NOTES) },
      })
  }

  /** Sold before the company wrote files: whom it was before stands under former people. */
  #leave(hand: Hand, told: Told): void {
    this.#open(hand, told)
    const id = ownerFileId(told.person, told.building, nameId)
    const at = this.world.now - this.#chance.whole(2, 5) * DAY
    this.world.timeline.add(hand, at, 'OwnerFile', id, {
      ...{ act: 'leave', home: told.home.id, on: localDay(at, this.world.zone) },
    })
  }

  #terms({ relation, share }: Told): Terms {
    const since = addDays(this.#today, -this.#chance.whole(200, 3_000))
    const until = relation === 'lessee' ? addDays(this.#today, this.#chance.whole(20, 700)) : null
    return { relation, share, since, until }
  }

  #phone(): string {
    this.#told += 1
    return `1000000${String(this.#told).padStart(4, '0')}`
  }

  #details({ home, relation }: Told) {
    const chance = this.#chance
    const surname = chance.pick(Array.from(SURNAMES))
    const name = surname + chance.pick(GIVEN)
    const found = this.#cared.has(home.id) ? undefined : this.#careOf(home)
    const story = relation === 'owner' ? found : undefined
    this.#cared.add(home.id)
    const agreedOn = addDays(this.#today, -(story?.agreed ?? 0))
    const plate = `川A·${String(chance.whole(10_000, 99_999))}`
    return {
      ...{
        name,
        address: chance.isLucky(0.5) ? `${surname}${chance.pick(['老师', '师傅', '工'])}` : '',
      },
      household: chance.isLucky(0.7) ? chance.whole(1, 5) : null,
      ...{ occupation: chance.pick(OCCUPATIONS), phones: [this.#phone()] },
      ...{ plates: chance.isLucky(0.4) ? [plate] : [], pets: chance.pick(PETS) },
      ...{ language: chance.pick(LANGUAGES), hours: chance.pick(HOURS) },
      care: story
        ? { ...story.care, callPhone: this.#phone(), agreedOn, expiresOn: addDays(agreedOn, 365) }
        : null,
      ...{ purpose: '物业服务联系', consent: 'written' as const },
      consentOn: addDays(this.#today, -chance.whole(60, 400)),
    }
  }
}
