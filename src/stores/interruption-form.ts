import { computed, shallowReactive, toRefs } from 'vue'
import type { FacilityId } from '../domain/facility'
import { HOUR } from '../domain/instant'
import type {
  InterruptionAct,
  ServiceInterruption,
  Stopped,
} from '../domain/interruption/interruption'
import { isShortNotice, stoppedOf } from '../domain/interruption/question'
import { localMoment, momentToInstant } from '../domain/local-moment'
import type { PlaceId } from '../domain/place'
import { homesServed } from '../domain/serve/homes-served'
import { act } from './act'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useSaving } from './saving'
import type { FacilitySystem } from './facility'
import { useFacilitiesHeld } from './served'

interface Written {
  what: Stopped | null
  kind: ServiceInterruption['kind'] | null
  facilities: readonly FacilityId[]
  places: readonly PlaceId[]
  reason: string
  from: string
  until: string
}

type StopFault = 'what' | 'where' | 'reason' | 'from' | 'until' | 'order'

/** What stops with which machine. */
const STOPS: { readonly [System in FacilitySystem]?: Stopped } = {
  ...{ lift: 'lift', waterSupply: 'water', power: 'power', gas: 'gas' },
}
const USUAL = 2 * HOUR

/** [SI1] [SI3] A stop as somebody announces it; kept until it is. */
export const useInterruptionForm = (facility: string) => {
  const phone = usePhone()
  const estate = useEstate()
  const held = useFacilitiesHeld()
  const { failure, isBusy, saving } = useSaving()
  const written: Written = shallowReactive({
    ...{ what: null, kind: 'sudden', facilities: [], places: [], reason: '' },
    ...{ from: localMoment(phone.now(), estate.zone) },
    until: localMoment(phone.now() + USUAL, estate.zone),
  } satisfies Written as Written)
  const draft = useKeptDraft<Written>(`interruption/${facility || 'new'}`, {
    read: () => ({ ...written }),
    write: (kept) => Object.assign(written, kept),
  })
  const facilities = computed(() => held.value ?? [])
  /** Of the machine one came from, what it stops is known. */
  const begin = () => {
    const found = facilities.value.find(({ id }) => id === facility)
    if (!found || written.facilities.length > 0) return
    written.facilities = [found.id]
    written.what ??= STOPS[found.system] ?? null
  }
  const of = computed(() => ({
    facilities: written.facilities,
    places: written.places.map(
      (place) => ({ kind: 'place', place, from: null, to: null }) as const,
    ),
  }))
  const homes = computed(() =>
    homesServed(stoppedOf(of.value), { places: estate.places, facilities: facilities.value }),
  )
  const times = computed(() => ({
    from: momentToInstant(written.from, estate.zone),
    until: written.until ? momentToInstant(written.until, estate.zone) : null,
  }))
  const fault = computed<StopFault | null>(() => {
    const { from, until } = times.value
    if (!written.what) return 'what'
    if (of.value.facilities.length + of.value.places.length === 0) return 'where'
    if (!written.reason.trim()) return 'reason'
    if (from === null) return 'from'
    if (written.until && until === null) return 'until'
    return until !== null && until <= from ? 'order' : null
  })
  /** [SI3] Warned, never refused: what must stop stops. */
  const isShort = computed(
    () =>
      written.kind === 'planned' &&
      times.value.from !== null &&
      isShortNotice(times.value.from, phone.tick.value),
  )
  const announce = async (): Promise<string | null> => {
    const { what, kind, reason } = written
    const { from, until } = times.value
    const community = estate.community?.id
    if (fault.value || !what || !kind || from === null || !community) return null
    const record = phone.newId()
    const deed: InterruptionAct = {
      ...{ act: 'announce', community, what, kind, ...of.value, reason: reason.trim() },
      ...{ from, until },
    }
    const isSaved = await saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'ServiceInterruption', record, act: deed }], { dropDrafts }),
      ),
    )
    return isSaved ? record : null
  }
  const isRead = computed(() => held.value !== null && estate.isRead)
  return {
    ...{ fields: toRefs(written), draft, begin, fault, isShort, homes, facilities },
    ...{ announce, isRead, isBusy, failure },
  }
}
