import { shallowReactive, toRefs } from 'vue'
import type { StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { PromiseAct } from '../domain/promise/act'
import type { PromiseDeed } from '../domain/promise/deed'
import type { OwnerPromise } from '../domain/promise/promise'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { usePromiseActs } from './promise'
import { useSaving } from './saving'

interface Written {
  words: string
  /** A time in figures; empty while none was chosen. */
  dueAt: string
  agreed: 'yes' | 'no' | null
  to: string
}

export type PromiseMissing = 'words' | 'time' | 'past' | 'answer' | 'person'

/** These mean nothing without a word why. */
const NEED_WORDS: readonly PromiseDeed[] = ['break', 'release', 'explain', 'turnDown', 'keep']

/** Whether a time was chosen, and one that is still to come. */
export const timeMissing = (dueAt: string, now: Instant): 'time' | 'past' | null => {
  if (!dueAt) return 'time'
  return Number(dueAt) <= now ? 'past' : null
}

/** One deed to one promise, from its first word to saved; kept all the way. */
export const usePromiseForm = (promise: () => OwnerPromise, deed: PromiseDeed) => {
  const phone = usePhone()
  const { save: saveAct } = usePromiseActs()
  const { failure, isBusy, saving } = useSaving()
  const written: Written = shallowReactive<Written>({ words: '', dueAt: '', agreed: null, to: '' })
  const draft = useKeptDraft<Written>(`promise/${promise().id}/${deed}`, {
    read: () => ({ ...written }),
    write: (value) => Object.assign(written, value),
  })

  const missing = (): PromiseMissing | null => {
    const { words, dueAt, agreed, to } = written
    if (deed === 'handOver' && !to) return 'person'
    if (deed === 'renegotiate') {
      const time = timeMissing(dueAt, phone.now())
      if (time) return time
      if (!agreed) return 'answer'
    }
    return NEED_WORDS.includes(deed) && !words.trim() ? 'words' : null
  }

  const actOf = (): PromiseAct => {
    const words = written.words.trim()
    switch (deed) {
      case 'renegotiate': {
        const agreed = written.agreed === 'yes'
        return { act: deed, dueAt: Number(written.dueAt), agreed, words }
      }
      case 'handOver':
        return { act: deed, to: written.to as StaffId, words }
      case 'takeOver':
        return { act: deed }
      default:
        return { act: deed, words }
    }
  }

  /** The change it became; null when it was not saved: `missing` or `failure` says why. */
  const save = async (): Promise<string | null> => {
    if (missing()) return null
    let change: string | null = null
    await saving(async () => {
      const saved = await draft.handIn((dropDrafts) =>
        saveAct(promise().id, actOf(), { dropDrafts }),
      )
      if (saved.ok) change = saved.value.at(-1) ?? null
      return saved
    })
    return change
  }

  return { fields: toRefs(written), draft, missing, save, isBusy, failure }
}
