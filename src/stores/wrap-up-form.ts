import { computed, ref, shallowRef } from 'vue'
import type { Community } from '../domain/community'
import type { Given } from '../domain/promise/given'
import type { OwnerPromiseId } from '../domain/promise/promise'
import { isOpen } from '../domain/ticket/question'
import type { Ticket } from '../domain/ticket/ticket'
import { lineFault, mustSayWhy, promiseMustSay, toldOf } from '../domain/wrap-up/question'
import { WRAP_UP_LIMITS, type PromiseLine, type WrapUpLine } from '../domain/wrap-up/wrap-up'
import { ok } from '../domain/result'
import { keysPutAway, putDraftAway, takeDraftOut } from '../storage/put-away'
import { act } from './act'
import { useKeptDraft } from './kept-draft'
import { useLive } from './live'
import { usePhone } from './phone'
import { useSaving } from './saving'
import { wrapUpDraft, type WrapUpDay } from './wrap-up'

/** What a person says of one ticket or promise. */
export type Said = Pick<WrapUpLine, 'why' | 'next'>
type SaidOf = Said & { readonly of: string }

interface WrapUpDraft {
  readonly lines: readonly SaidOf[]
  /** Null while nobody wrote any: those saved before stand. */
  readonly words: string | null
}

/**
 * [WU4] [WU10] The day's wrap-up being written, kept all the way. What was not touched is what was saved
 * before, or what the ticket or promise itself says (`suggest`).
 */
export const useWrapUpForm = (
  community: Community,
  today: WrapUpDay,
  {
    tickets,
    promises,
    suggest,
  }: {
    readonly tickets: () => readonly Ticket[]
    readonly promises: () => readonly Given[]
    readonly suggest: (of: Ticket | Given) => Said
  },
) => {
  const phone = usePhone()
  const { database, now } = phone
  const { failure, isBusy, saving } = useSaving()
  const { day, id } = today
  const key = wrapUpDraft(community, day)
  const before = computed(() => today.saved.value ?? null)
  const touched = shallowRef<readonly SaidOf[]>([])
  const typed = ref<string | null>(null)
  const words = computed({
    get: () => typed.value ?? before.value?.words ?? '',
    set: (next: string) => (typed.value = next),
  })
  const draft = useKeptDraft<WrapUpDraft>(key, {
    read: () => ({ lines: touched.value, words: typed.value }),
    write: (value) => {
      touched.value = value.lines
      typed.value = value.words
    },
  })

  /** As much as a line holds: what is suggested may be longer. */
  const fitted = ({ why, next }: Said): Said => ({
    ...{ why: why.slice(0, WRAP_UP_LIMITS.words), next: next.slice(0, WRAP_UP_LIMITS.words) },
  })
  const keyOf = (of: Ticket | Given): string => ('thread' in of ? of.id : of.key)
  const savedOf = (of: Ticket | Given) => {
    const { lines: told = [], promises: given = [] } = before.value ?? {}
    return 'thread' in of
      ? told.find(({ ticket }) => ticket === of.id)
      : given.find(({ promise }) => promise === of.key)
  }
  const saidOf = (of: Ticket | Given): Said =>
    touched.value.find((each) => each.of === keyOf(of)) ?? savedOf(of) ?? fitted(suggest(of))
  const say = (of: Ticket | Given, over: Partial<Said>) => {
    const { why, next } = { ...saidOf(of), ...over }
    const others = touched.value.filter((each) => each.of !== keyOf(of))
    touched.value = [...others, { of: keyOf(of), why, next }]
  }
  const mustSay = (of: Ticket | Given) => ('thread' in of ? mustSayWhy(of) : promiseMustSay(of))
  const faultOf = (of: Ticket | Given) => (mustSay(of) ? lineFault(saidOf(of)) : null)
  const lines = computed(() => tickets().slice(0, WRAP_UP_LIMITS.lines))
  const promised = computed(() => promises().slice(0, WRAP_UP_LIMITS.promises))
  /** [WU4] More than one wrap-up holds: they are not gone through in this one. */
  const beyond = computed(
    () => tickets().length + promises().length - lines.value.length - promised.value.length,
  )
  const faulty = computed(() =>
    [...lines.value, ...promised.value].filter((of) => faultOf(of) !== null),
  )

  const trimmed = ({ why, next }: Said): Said => ({ why: why.trim(), next: next.trim() })
  const lineOf = (ticket: Ticket): WrapUpLine => {
    const said = isOpen(ticket) ? saidOf(ticket) : { why: '', next: '' }
    return {
      ...{ ticket: ticket.id, status: ticket.status, told: toldOf(ticket) },
      ...trimmed(said),
    }
  }
  const promiseLineOf = (given: Given): PromiseLine => ({
    ...{ promise: given.key as OwnerPromiseId, fate: given.fate },
    ...trimmed(saidOf(given)),
  })
  const save = async (): Promise<boolean> => {
    if (faulty.value.length > 0) return false
    return saving(() =>
      draft.handIn((dropDrafts) => {
        const given = promised.value.map(promiseLineOf)
        const open = tickets().filter(isOpen).length
        const base = { community: community.id, staff: phone.person.staff, day, open }
        const told = {
          ...base,
          lines: lines.value.map(lineOf),
          promises: given,
          words: words.value.trim(),
        }
        const deed = { act: 'save' as const, ...told }
        return act(phone, [{ kind: 'WrapUp', record: id, act: deed }], { dropDrafts })
      }),
    )
  }

  const isPutAway = useLive<boolean>(
    () => async () => (await keysPutAway(database, key)).length > 0,
    false,
  )
  /** [WU12] Not to be finished any more; every word of it stays. */
  const putAway = async (): Promise<void> => {
    await draft.save()
    await draft.handIn(async () => {
      await putDraftAway(database, key, now())
      return ok([])
    })
  }
  const takeOut = (): Promise<void> => takeDraftOut(database, key, now())

  return {
    ...{ draft, words, before, saidOf, say, faultOf, faulty, save, failure, isBusy },
    ...{ lines, promised, beyond },
    ...{ isPutAway, putAway, takeOut },
  }
}
