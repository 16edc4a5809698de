import { computed, reactive, ref, shallowRef } from 'vue'
import { mayTakeOn } from '../domain/hand-on'
import { inForce } from '../domain/stand-in'
import { openWorkSchema, type OpenWork } from '../protocol/open-work'
import { dropDraft } from '../storage/draft'
import type { Account } from './accounts'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useServerCall, type ServerFailure } from './server-call'

export type OpenGroup = OpenWork['groups'][number]
interface LeaveWords {
  /** To whom, by group; `LATER` where it is left for now. */
  readonly to: Readonly<Record<string, string>>
  readonly words: string
}

export const LATER = 'later'
export const groupKey = ({ what, community }: Pick<OpenGroup, 'what' | 'community'>): string =>
  `${what}/${community}`

/** [AC9] Somebody leaves: what they have open, to whom it goes, and the account closed with it. */
export const useLeaver = (
  account: () => Account,
  accounts: () => readonly Account[],
  usualWords: string,
) => {
  const { tick, database } = usePhone()
  const call = useServerCall()
  const path = `/accounts/${account().staff}`
  const work = shallowRef<OpenWork | null>(null)
  const failure = ref<ServerFailure | null>(null)
  const isBusy = ref(false)
  const words: { to: Record<string, string>; words: string } = reactive({
    ...{ to: {}, words: usualWords },
  })
  const draft = useKeptDraft<LeaveWords>(`account/${account().staff}/leave`, {
    read: () => ({ to: { ...words.to }, words: words.words }),
    write: (begun) => Object.assign(words, begun),
  })
  const ask = async () => {
    const asked = await call(`${path}/open-work`, { answer: openWorkSchema })
    if (asked.ok) work.value = asked.value
    failure.value = asked.ok ? null : asked.error
  }
  void ask()

  /** Whoever may take it, by name. */
  const candidates = ({ what, community }: OpenGroup): readonly Account[] =>
    accounts()
      .filter(({ staff, closedAt }) => staff !== account().staff && closedAt === null)
      .filter(({ grants }) => mayTakeOn(what, inForce(grants, tick.value), community))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  const chosen = (group: OpenGroup): string => {
    const to = words.to[groupKey(group)] ?? ''
    const isThere = to === LATER || candidates(group).some(({ staff }) => staff === to)
    return isThere ? to : ''
  }
  /** Groups nobody decided on yet. */
  const undecided = computed<ReadonlySet<string>>(
    () => new Set((work.value?.groups ?? []).filter((group) => chosen(group) === '').map(groupKey)),
  )

  /** Answers what is left; null where something is undecided or the server did not take it. */
  const save = async (): Promise<OpenWork | null> => {
    if (isBusy.value || undecided.value.size > 0 || words.words.trim() === '' || !work.value)
      return null
    isBusy.value = true
    failure.value = null
    const give = work.value.groups.flatMap((group) => {
      const { what, community } = group
      const to = chosen(group)
      return to === LATER ? [] : [{ what, community, to }]
    })
    const body = { give, words: words.words.trim(), close: true }
    const done = await draft.handIn(async (keys) => {
      const sent = await call(`${path}/hand-on`, { method: 'POST', body, answer: openWorkSchema })
      if (sent.ok) for (const key of keys) await dropDraft(database, key)
      return sent
    })
    isBusy.value = false
    if (done.ok) return done.value
    failure.value = done.error
    return null
  }
  return { work, words, draft, ask, candidates, chosen, undecided, save, failure, isBusy }
}
