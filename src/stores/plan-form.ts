import { computed, shallowReactive, toRefs } from 'vue'
import { addDays } from '../domain/calendar-day'
import type { PatrolPlan, PatrolPlanId } from '../domain/patrol-plan'
import { changePlan, stopPlan } from '../domain/planning/change-plan'
import { localDay } from '../domain/time-zone'
import { act } from './act'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePatrol } from './patrol'
import { usePhone } from './phone'
import { blankPlan, faultsOfPlan, planOfWords, wordsOfPlan, type PlanWords } from './plan-value'
import { useSaving } from './saving'

type Deeds = ReturnType<typeof changePlan>

/** [PA10] A plan being written, or changed from a day on. */
export const usePlanForm = (held: PatrolPlan | null) => {
  const phone = usePhone()
  const estate = useEstate()
  const patrol = usePatrol()
  const { failure, isBusy, saving } = useSaving()
  const community = held?.community ?? estate.community?.id
  const zone = estate.communities.find(({ id }) => id === community)?.zone ?? estate.zone
  const today = () => localDay(phone.now(), zone)
  /** What begins earlier today would be missed already. */
  const first = () => addDays(today(), 1)
  const id = phone.newId() as PatrolPlanId
  const words: PlanWords = shallowReactive(held ? wordsOfPlan(held, first()) : blankPlan(first()))
  const draft = useKeptDraft<PlanWords>(`plan/${held?.id ?? 'new'}`, {
    read: () => ({ ...words }),
    write: (kept) => Object.assign(words, kept),
  })
  const faults = computed(() => faultsOfPlan(words, first()))
  const stops = computed(
    () => patrol.routes.find(({ id: each }) => each === words.route)?.stops ?? [],
  )
  /** What the words say as they stand; null while something is missing. */
  const plan = computed(() =>
    community && faults.value.size === 0
      ? planOfWords(words, id, community, held, stops.value)
      : null,
  )
  const send = (deeds: Deeds, dropDrafts: readonly string[]) =>
    act(
      phone,
      deeds.map(({ record, act: deed }) => ({ kind: 'PatrolPlan' as const, record, act: deed })),
      { dropDrafts, whole: true },
    )
  const save = (): Promise<boolean> => {
    const next = plan.value
    if (!next) return Promise.resolve(false)
    return saving(() =>
      draft.handIn((dropDrafts) => send(changePlan(held, next, today()), dropDrafts)),
    )
  }
  return {
    ...{ fields: toRefs(words), words, draft, faults, plan, stops, first, save, failure, isBusy },
    /** Walked today to its end, and no more from tomorrow on. */
    stop: (of: PatrolPlan): Promise<boolean> => saving(() => send([stopPlan(of, today())], [])),
    /** Only while it is in force: what was not asked for is not missed afterwards. */
    goOn: (of: PatrolPlan): Promise<boolean> =>
      saving(() =>
        send([{ record: of.id, act: { act: 'amend', plan: { ...of, until: null } } }], []),
      ),
  }
}
export type PlanForm = ReturnType<typeof usePlanForm>
