import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Facility, FACILITY_SYSTEMS } from '../domain/facility'
import { dueOf, type FacilityDue } from '../domain/facility/due'
import { localDay } from '../domain/time-zone'
import { openAtFacilities } from '../storage/facility-work'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'

export type FacilitySystem = (typeof FACILITY_SYSTEMS)[number]
/** Which are shown: all, those that need somebody, or one system's. */
export type FacilityView = 'all' | 'needs' | FacilitySystem

export interface FacilityLine {
  readonly facility: Facility
  readonly place: string
  /** How many of its tickets are open. */
  readonly open: number
  /** [FA9] What of its papers or its maintenance is due. */
  readonly due: FacilityDue | null
}

const plain = (words: string) => words.toLowerCase().replaceAll(/\s/g, '')

/** The facilities of the estate as somebody left the list: words and filter stay while the app is open. */
export const useFacilities = defineStore('facilities', () => {
  const { database, tick } = usePhone()
  const estate = useEstate()
  const today = computed(() => localDay(tick.value, estate.zone))
  const view = ref<FacilityView>('all')
  const words = ref('')
  /** Where the long list stood when it was left; whoever draws it knows what `place` is. */
  const stood = shallowRef<{ readonly key: string; readonly place: unknown } | null>(null)
  const held = useLive<readonly Facility[] | null>(
    () => async () => (await database.facilities.toArray()).map(({ record }) => record),
    null,
  )
  const open = useLive<ReadonlyMap<string, number>>(
    () => () => openAtFacilities(database),
    new Map(),
  )

  /** [FA1] In the order of their places, then by name; what was scrapped is not walked to. */
  const all = computed<readonly FacilityLine[]>(() =>
    (held.value ?? [])
      .filter(({ state }) => state !== 'scrapped')
      .map((facility) => ({
        facility,
        place: estate.placeName(facility.place),
        open: open.value.get(facility.id) ?? 0,
        due: dueOf(facility, today.value),
      }))
      .sort(
        (a, b) =>
          a.place.localeCompare(b.place, 'zh-CN', { numeric: true }) ||
          a.facility.name.localeCompare(b.facility.name, 'zh-CN', { numeric: true }),
      ),
  )
  const needsSomebody = ({ facility, open, due }: FacilityLine) =>
    open > 0 || facility.state !== 'inUse' || due !== null
  const isOf = (line: FacilityLine, wanted: FacilityView) =>
    wanted === 'all' || (wanted === 'needs' ? needsSomebody(line) : line.facility.system === wanted)

  const found = computed(() => {
    const said = plain(words.value)
    return all.value.filter(({ facility: { name, maker, model, serial }, place }) =>
      plain(`${name} ${place} ${maker} ${model} ${serial}`).includes(said),
    )
  })
  const countOf = (wanted: FacilityView) => found.value.filter((line) => isOf(line, wanted)).length
  const lines = computed(() => found.value.filter((line) => isOf(line, view.value)))

  return { view, words, stood, all, lines, countOf, isRead: computed(() => held.value !== null) }
})
