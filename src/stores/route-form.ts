import { computed, shallowReactive, toRefs } from 'vue'
import type { CheckpointId } from '../domain/checkpoint'
import type { Route, RouteAct, RouteId } from '../domain/route'
import { failed } from '../domain/result'
import { act } from './act'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useSaving } from './saving'

interface RouteWords {
  name: string
  order: Route['order']
  stops: readonly string[]
}

const NAME = 60
export const MOST_STOPS = 120

/** [PA12] A route being drawn: its checkpoints one after the other, or in any order. */
export const useRouteForm = (held: Route | null) => {
  const phone = usePhone()
  const estate = useEstate()
  const { failure, isBusy, saving } = useSaving()
  const words: RouteWords = shallowReactive({
    ...{ name: held?.name ?? '', order: held?.order ?? 'any', stops: held?.stops ?? [] },
  })
  const draft = useKeptDraft<RouteWords>(`route/${held?.id ?? 'new'}`, {
    read: () => ({ ...words, stops: [...words.stops] }),
    write: (kept) => Object.assign(words, kept),
  })
  const faults = computed(() => {
    const length = words.name.trim().length
    return new Set([
      ...(length === 0 || length > NAME ? (['name'] as const) : []),
      ...(words.stops.length === 0 ? (['stops'] as const) : []),
    ])
  })
  /** One goes to another place among them; whatever is between makes room. */
  const move = (from: number, to: number) => {
    const moved = words.stops[from]
    if (moved === undefined || to < 0 || to >= words.stops.length) return
    const others = words.stops.filter((_, at) => at !== from)
    words.stops = [...others.slice(0, to), moved, ...others.slice(to)]
  }
  /** Taken in at the end, or left out. */
  const toggle = (stop: string) => {
    if (words.stops.includes(stop)) words.stops = words.stops.filter((each) => each !== stop)
    else if (words.stops.length < MOST_STOPS) words.stops = [...words.stops, stop]
  }
  const save = (): Promise<boolean> => {
    const community = held?.community ?? estate.community?.id
    if (!community) return saving(() => Promise.resolve(failed({ kind: 'refused' as const })))
    const id = held?.id ?? (phone.newId() as RouteId)
    const stops = words.stops.map((each) => each as CheckpointId)
    const route: Route = { id, community, name: words.name.trim(), order: words.order, stops }
    const deed: RouteAct = held ? { act: 'amend', route } : { act: 'draw', route }
    return saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'Route', record: id, act: deed }], { dropDrafts }),
      ),
    )
  }
  return { fields: toRefs(words), draft, faults, move, toggle, save, failure, isBusy }
}
export type RouteForm = ReturnType<typeof useRouteForm>
