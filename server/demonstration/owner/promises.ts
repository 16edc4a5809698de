import { addDays } from '../../../src/domain/calendar-day'
import type { Instant } from '../../../src/domain/instant'
import type { Place, PlaceId } from '../../../src/domain/place'
import { pathOf } from '../../../src/domain/place-path'
import type { PromiseAct } from '../../../src/domain/promise/act'
import type { OwnerPromiseId } from '../../../src/domain/promise/promise'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import { instantOf, localDay } from '../../../src/domain/time-zone'
import type { World } from '../world'
import { demonstrationId } from '../writer'
import { PROMISE_STORIES, type PromiseStory, type When } from './promise-story'

/** Who promises at doors but serves no homes: his lie with those who talk with callers. */
const ENGINEERS: readonly string[] = ['zhaoqiang', 'hetao']

/** What owners were promised: kept, late, not kept, given another time, let go of, handed over. */
export const promiseOwners = (world: World, places: readonly Place[]): void => {
  const today = localDay(world.now, world.zone)
  const atTime = ([day, hour]: When): Instant =>
    instantOf(addDays(today, day), Math.round(hour * 60), world.zone)
  const placeById = new Map(places.map((place) => [place.id, place]))
  const buildingOf = (home: PlaceId): PlaceId | null => {
    const place = placeById.get(home)
    const path = place ? pathOf(place, (id) => placeById.get(id)) : []
    return path.find(({ kind }) => kind === 'building')?.id ?? null
  }

  const actOf = (then: PromiseStory['then'][number]): PromiseAct => {
    if ('act' in then) return then.act
    if ('handTo' in then)
      return { act: 'handOver', to: world.hand(then.handTo).staff, words: then.words }
    const { due, agreed, words } = then
    return { act: 'renegotiate', dueAt: atTime(due), agreed, words }
  }

  for (const { words, by, home: name, made, due, ticket, then } of PROMISE_STORIES) {
    const id = demonstrationId<OwnerPromiseId>(`promise ${words}`)
    const home = demonstrationId<PlaceId>(`place ${name}`)
    const building = ENGINEERS.includes(by) ? null : buildingOf(home)
    world.timeline.add(world.hand(by), atTime(made), 'OwnerPromise', id, {
      ...{ act: 'make', community: world.community.id, building, home, caller: null },
      ...{ words, dueAt: atTime(due) },
      from: ticket
        ? { by: 'ticket', ticket: demonstrationId<TicketId>(`ticket ${ticket}`) }
        : { by: 'itself' },
    })
    for (const each of then)
      world.timeline.add(world.hand(each.by), atTime(each.when), 'OwnerPromise', id, actOf(each))
  }
}
