import { ref, shallowRef } from 'vue'
import * as v from 'valibot'
import type { KindName } from '../domain/kind-table'
import { usePhone } from './phone'
import { useServerCall } from './server-call'

export const ERASE_REASONS = ['asked', 'not-needed', 'mistaken'] as const
export type EraseReason = (typeof ERASE_REASONS)[number]

export interface ErasedRecord {
  readonly kind: KindName
  readonly record: string
}

/** [OF15] Records erased for ever, one after the other; what did not go is tried again. */
export const useErasing = () => {
  const { sync } = usePhone()
  const call = useServerCall()
  const going = shallowRef<{ readonly done: number; readonly of: number } | null>(null)
  const trouble = ref<'offline' | 'forbidden' | 'unavailable' | null>(null)
  const isDone = ref(false)
  const gone = new Set<string>()

  const eraseOne = async (each: ErasedRecord, reason: EraseReason): Promise<boolean> => {
    const body = { ...each, reason }
    const done = await call('/erasures', { method: 'POST', body, answer: v.unknown() })
    // What the server never heard of has nothing to erase.
    if (done.ok || done.error === 'not-found') return true
    trouble.value =
      done.error === 'offline' || done.error === 'forbidden' ? done.error : 'unavailable'
    return false
  }
  const erase = async (records: readonly ErasedRecord[], reason: EraseReason): Promise<void> => {
    if (going.value) return
    trouble.value = null
    going.value = { done: gone.size, of: records.length }
    for (const each of records) {
      if (gone.has(each.record)) continue
      if (!(await eraseOne(each, reason))) break
      gone.add(each.record)
      going.value = { done: gone.size, of: records.length }
    }
    isDone.value = trouble.value === null
    going.value = null
    sync.wake()
  }
  return { going, trouble, isDone, erase }
}
