import { computed } from 'vue'
import { homesServed } from '../domain/serve/homes-served'
import { stopHomes } from '../domain/interruption/homes'
import type {
  InterruptionAct,
  InterruptionId,
  ServiceInterruption,
} from '../domain/interruption/interruption'
import { isOpen, minutesOf, stoppedOf, wordOf } from '../domain/interruption/question'
import {
  interruptionReachId,
  type InterruptionReach,
  type InterruptionReachAct,
  type ToldBy,
} from '../domain/interruption/reach'
import { MINUTE } from '../domain/instant'
import type { OwnerFile } from '../domain/owner/owner-file'
import { mayAct } from '../domain/permission'
import type { PlaceId } from '../domain/place'
import { homesScope } from '../domain/scope'
import { localDay } from '../domain/time-zone'
import { interruptionsHeld, reachesOf } from '../storage/interruption'
import { filesOfBuilding } from '../storage/owner-files'
import { act } from './act'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'
import { useSaving } from './saving'
import { useFacilitiesHeld } from './served'

const { compare: byNumber } = new Intl.Collator('zh-CN', { numeric: true })

/** [SI1] All this phone holds: what is open first, then the newest. */
export const useInterruptions = () => {
  const { database, person } = usePhone()
  const held = useLive<readonly ServiceInterruption[] | null>(
    () => () => interruptionsHeld(database),
    null,
  )
  const all = computed(() =>
    [...(held.value ?? [])].sort(
      (a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.from - a.from,
    ),
  )
  const mayAnnounce = mayAct(person.roles, 'ServiceInterruption', 'announce')
  return { all, mayAnnounce, isRead: computed(() => held.value !== null) }
}

/** [SI2] [SI5] One interruption with the homes it touches, worked out on this phone. */
export const useInterruption = (id: () => InterruptionId) => {
  const { database, person, tick } = usePhone()
  const estate = useEstate()
  const held = useLive<ServiceInterruption | null | undefined>(() => {
    const wanted = id()
    return async () => (await database.serviceInterruptions.get(wanted))?.record ?? null
  }, undefined)
  const facilities = useFacilitiesHeld()
  /** As one walks them: the estate keeps its places in no order. */
  const units = computed(() => {
    if (!held.value) return []
    const known = { places: estate.places, facilities: facilities.value ?? [] }
    return homesServed(stoppedOf(held.value), known)
      .map((unit) => ({ unit, name: estate.placeName(unit.id) }))
      .sort((a, b) => byNumber(a.name, b.name))
      .map(({ unit }) => unit)
  })
  const buildings = computed(() => {
    const found = new Map<PlaceId, number>()
    for (const { id: home } of units.value) {
      const at = estate.buildingAt(home)?.id
      if (at) found.set(at, (found.get(at) ?? 0) + 1)
    }
    return [...found].map(([building, homes]) => ({
      ...{ building, homes, isOurs: person.scopes.includes(homesScope(building)) },
    }))
  })
  const ours = computed(() => buildings.value.filter(({ isOurs }) => isOurs))
  /** [SI5] Whose homes this phone does not hold, and who serves them. */
  const others = computed(() =>
    buildings.value
      .filter(({ isOurs }) => !isOurs)
      .map(({ building, homes }) => ({
        ...{ building, homes },
        stewards: estate.staff.filter(
          ({ active, roles, scopes = [] }) =>
            active && roles.includes('steward') && scopes.includes(homesScope(building)),
        ),
      })),
  )
  const files = useLive<readonly OwnerFile[] | null>(() => {
    const at = ours.value.map(({ building }) => building)
    return async () =>
      (await Promise.all(at.map((building) => filesOfBuilding(database, building)))).flat()
  }, null)
  const reaches = useLive<readonly InterruptionReach[] | null>(() => {
    const wanted = id()
    return () => reachesOf(database, wanted)
  }, null)
  const word = computed(() => (held.value ? wordOf(held.value) : null))
  const isOurs = (home: PlaceId) => {
    const at = estate.buildingAt(home)?.id
    return at !== undefined && person.scopes.includes(homesScope(at))
  }
  const homes = computed(() =>
    held.value
      ? stopHomes(
          units.value.filter((unit) => isOurs(unit.id)),
          {
            ...{ what: held.value.what, files: files.value ?? [], reaches: reaches.value ?? [] },
            ...{ of: word.value?.change, today: localDay(tick.value, estate.zone) },
          },
        )
      : [],
  )
  const minute = computed(() => Math.floor(tick.value / MINUTE) * MINUTE)
  const isRead = computed(
    () =>
      held.value !== undefined &&
      estate.isRead &&
      [facilities, files, reaches].every(({ value }) => value !== null),
  )
  return {
    ...{ held, units, ours, others, homes, word, reaches, isRead },
    facilities: computed(() => facilities.value ?? []),
    minutes: computed(() => (held.value ? minutesOf(held.value, minute.value) : null)),
    mayTell: mayAct(person.roles, 'InterruptionReach', 'tell'),
    mayStep: mayAct(person.roles, 'ServiceInterruption', 'restore'),
  }
}

/** What staff do with it, each saved at once. */
export const useInterruptionActs = () => {
  const phone = usePhone()
  const estate = useEstate()
  const { failure, isBusy, saving } = useSaving()
  const step = ({ id }: Pick<ServiceInterruption, 'id'>, deed: InterruptionAct) =>
    saving(() => act(phone, [{ kind: 'ServiceInterruption', record: id, act: deed }]))
  /** [SI7] One telling for each building the homes lie in. */
  const tell = (
    record: ServiceInterruption,
    homes: readonly PlaceId[],
    { how, reached }: { readonly how: ToldBy; readonly reached: boolean },
  ): Promise<boolean> => {
    const of = wordOf(record)?.change
    const byBuilding = new Map<PlaceId, PlaceId[]>()
    for (const home of homes) {
      const at = estate.buildingAt(home)?.id
      if (at) byBuilding.set(at, [...(byBuilding.get(at) ?? []), home])
    }
    if (!of) return Promise.resolve(false)
    return saving(() =>
      act(
        phone,
        [...byBuilding].map(([building, told]) => {
          const deed: InterruptionReachAct = {
            ...{ act: 'tell', interruption: record.id, community: record.community, building },
            ...{ of, homes: told, how, reached },
          }
          const reach = interruptionReachId(record.id, building, phone.nameId)
          return { kind: 'InterruptionReach', record: reach, act: deed }
        }),
      ),
    )
  }
  const takeBack = (record: ServiceInterruption, home: PlaceId, telling: string) => {
    const building = estate.buildingAt(home)?.id
    if (!building) return Promise.resolve(false)
    const deed: InterruptionReachAct = { act: 'takeBack', telling: telling as never }
    const reach = interruptionReachId(record.id, building, phone.nameId)
    return saving(() => act(phone, [{ kind: 'InterruptionReach', record: reach, act: deed }]))
  }
  return { step, tell, takeBack, failure, isBusy }
}
