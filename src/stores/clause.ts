import { computed } from 'vue'
import type { Clause, ClauseAct, ClauseId } from '../domain/clause'
import { mayAct } from '../domain/permission'
import { act } from './act'
import { useLive } from './live'
import { usePhone } from './phone'

const MOST_FOUND = 40

/** [CO1] The community's clauses, here without a network: found by any word of them. */
export const useClauses = (community: () => string | null) => {
  const phone = usePhone()
  const held = useLive<readonly Clause[] | null>(
    () => async () => (await phone.database.clauses.toArray()).map(({ record }) => record),
    null,
  )
  const own = computed(() =>
    (held.value ?? [])
      .filter((each) => each.community === community())
      .sort((one, other) => (one.source + one.title < other.source + other.title ? -1 : 1)),
  )
  const standing = computed(() => own.value.filter(({ withdrawn }) => !withdrawn))

  const find = (words: string): readonly Clause[] => {
    const wanted = words.trim().toLowerCase().split(/\s+/u)
    return standing.value
      .filter(({ source, title, text, courtesy }) => {
        const all = `${source}${title}${text}${courtesy}`.toLowerCase()
        return wanted.every((word) => all.includes(word))
      })
      .slice(0, MOST_FOUND)
  }

  const mayKeep = mayAct(phone.person.roles, 'Clause', 'amend')
  const doTo = (record: ClauseId, deed: ClauseAct) =>
    act(phone, [{ kind: 'Clause', record, act: deed }])

  return {
    ...{ own, standing, find, mayKeep, doTo },
    isRead: computed(() => held.value !== null),
    byId: (id: string | null) => own.value.find((each) => each.id === id) ?? null,
  }
}
