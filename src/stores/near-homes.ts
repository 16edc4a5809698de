import { computed } from 'vue'
import { placesWithin } from '../domain/home/matrix'
import { mayAct } from '../domain/permission'
import type { PlaceId } from '../domain/place'
import { pathOf } from '../domain/place-path'
import { homesScope } from '../domain/scope'
import { nearHomes } from '../domain/visit/near'
import { useEstate } from './estate'
import { usePhone } from './phone'
import { useVisitedHomes } from './visited-homes'

/** [VI15] Homes due in the entrance somebody stands in, or its building, for who serves them. */
export const useNearHomes = (at: () => PlaceId) => {
  const { person } = usePhone()
  const estate = useEstate()
  const path = computed(() => {
    const place = estate.placeById.get(at())
    return place ? pathOf(place, (parent) => estate.placeById.get(parent)) : []
  })
  const building = computed(() => {
    const found = estate.buildingAt(at())
    return found && person.scopes.includes(homesScope(found.id)) ? found : null
  })
  const isServed = mayAct(person.roles, 'OwnerVisit', 'record')
  const { visited, day } = useVisitedHomes(() =>
    building.value && isServed ? [building.value] : [],
  )
  const near = computed(() => {
    const [found] = visited.value
    if (!found) return []
    const entrance = path.value.find(({ kind }) => kind === 'entrance')
    const here = path.value.at(-1)
    const level = here && 'level' in here ? here.level : null
    const units = entrance
      ? new Set(
          placesWithin(estate.places)
            .get(entrance.id)
            ?.map(({ id }) => id),
        )
      : null
    const around = found.homes.filter(
      ({ unit }) => unit.id !== at() && (units === null || units.has(unit.id)),
    )
    return nearHomes(around, level, day.value.today)
  })
  return { near, day }
}
