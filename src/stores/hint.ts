import { defineStore } from 'pinia'
import { noteSeen, seenHints } from '../storage/seen'
import { useLive } from './live'
import { usePhone } from './phone'

export type Hint = 'tour' | 'ring' | 'lock' | 'install'

/** What this person is told once: kept with their own data, whoever else uses the phone. */
export const useHints = defineStore('hints', () => {
  const { database } = usePhone()
  const seen = useLive<readonly string[] | null>(() => () => seenHints(database), null)
  return {
    /** Until the database has answered nothing is pressed on anybody. */
    isNew: (hint: Hint) => seen.value !== null && !seen.value.includes(hint),
    done: (hint: Hint) => noteSeen(database, hint, true),
    showAgain: (hint: Hint) => noteSeen(database, hint, false),
  }
})
