import { computed, shallowReactive, watch } from 'vue'
import * as v from 'valibot'
import { localMoment, momentToInstant } from '../domain/local-moment'
import { staffIdSchema } from '../domain/id'
import { dropDraft } from '../storage/draft'
import { useAccountActs } from './account-acts'
import type { Account, Duty } from './accounts'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'

interface StandInWords {
  readonly whom: string
  /** Which of the colleague’s duties, by their keys. */
  readonly duties: readonly string[]
  readonly from: string
  readonly until: string
}

export type StandInFault = 'whom' | 'noDuty' | 'missing' | 'backwards' | 'over' | 'twice'

export const ownDuties = ({ grants }: Account): readonly Duty[] =>
  grants.filter(({ standIn }) => !standIn)
export const dutyKey = ({ role, community }: Duty): string => `${role}/${community}`

/** [AC13] Duties given in a colleague's place: whose, which of them, from when, until when. */
export const useStandInForm = (account: () => Account, accounts: () => readonly Account[]) => {
  const { now, tick, database } = usePhone()
  const { zone } = useEstate()
  const acts = useAccountActs(() => account().staff)
  const words: { -readonly [Name in keyof StandInWords]: StandInWords[Name] } = shallowReactive({
    ...{ whom: '', duties: [], from: localMoment(now(), zone), until: '' },
  })
  const draft = useKeptDraft<StandInWords>(`account/${account().staff}/stand-in`, {
    read: () => ({ ...words }),
    write: (begun) => Object.assign(words, begun),
  })

  /** Whoever has duties of their own that somebody could do for them. */
  const colleagues = computed(() =>
    accounts()
      .filter((each) => each.staff !== account().staff && each.closedAt === null)
      .filter((each) => ownDuties(each).length > 0)
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
  )
  const theirs = computed<readonly Duty[]>(() => {
    const whom = colleagues.value.find(({ staff }) => staff === words.whom)
    return whom ? ownDuties(whom) : []
  })
  // All they do, unless less is said.
  watch(
    () => words.whom,
    () => {
      const keys = theirs.value.map(dutyKey)
      if (!words.duties.some((key) => keys.includes(key))) words.duties = keys
    },
  )

  const from = computed(() => momentToInstant(words.from, zone))
  const until = computed(() => momentToInstant(words.until, zone))
  const meant = computed<readonly Duty[]>(() => {
    const whom = v.safeParse(staffIdSchema, words.whom)
    const [begins, ends] = [from.value, until.value]
    if (!whom.success || begins === null || ends === null) return []
    const standIn = { for: whom.output, from: begins, until: ends }
    return theirs.value
      .filter((duty) => words.duties.includes(dutyKey(duty)))
      .map((duty) => ({ ...duty, standIn }))
  })
  const isTwice = computed(() =>
    account().grants.some(
      ({ standIn, ...duty }) =>
        standIn?.for === words.whom &&
        words.duties.includes(dutyKey(duty)) &&
        standIn.from < (until.value ?? 0) &&
        (from.value ?? 0) < standIn.until,
    ),
  )
  const faults = computed<ReadonlyMap<keyof StandInWords, StandInFault>>(() => {
    const found = new Map<keyof StandInWords, StandInFault>()
    if (theirs.value.length === 0) found.set('whom', 'whom')
    else if (!theirs.value.some((duty) => words.duties.includes(dutyKey(duty))))
      found.set('duties', 'noDuty')
    if (from.value === null) found.set('from', 'missing')
    if (until.value === null) found.set('until', 'missing')
    else if (until.value <= (from.value ?? 0)) found.set('until', 'backwards')
    else if (until.value <= tick.value) found.set('until', 'over')
    else if (isTwice.value) found.set('until', 'twice')
    return found
  })

  /** Answers whether the server took it. */
  const save = async (): Promise<boolean> => {
    if (faults.value.size > 0 || acts.isBusy.value) return false
    const saved = await draft.handIn(async (keys) => {
      const ok = (await acts.amend({ give: meant.value })) !== null
      if (ok) for (const key of keys) await dropDraft(database, key)
      return { ok }
    })
    return saved.ok
  }
  return {
    ...{ words, draft, colleagues, theirs, faults, save },
    ...{ isBusy: acts.isBusy, failure: acts.failure },
  }
}
