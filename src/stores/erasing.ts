import { ref, shallowRef } from 'vue'
import type { KindName } from '../domain/kind-table'
import { usePhone } from './phone'

export const ERASE_REASONS = ['asked', 'not-needed', 'mistaken'] as const
export type EraseReason = (typeof ERASE_REASONS)[number]

export interface ErasedRecord {
  readonly kind: KindName
  readonly record: string
}

const NOT_FOUND = 404

/** [OF15] Records erased for ever, one after the other; what did not go is tried again. */
export const useErasing = () => {
  const { person, sync } = usePhone()
  const going = shallowRef<{ readonly done: number; readonly of: number } | null>(null)
  const trouble = ref<'offline' | 'forbidden' | 'unavailable' | null>(null)
  const isDone = ref(false)
  const gone = new Set<string>()

  const eraseOne = async (each: ErasedRecord, reason: EraseReason): Promise<boolean> => {
    try {
      const response = await fetch(`/api/v1/erasures?staff=${person.staff}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...each, reason }),
      })
      // What the server never heard of has nothing to erase.
      if (response.ok || response.status === NOT_FOUND) return true
      trouble.value = response.status === 403 ? 'forbidden' : 'unavailable'
    } catch {
      trouble.value = 'offline'
    }
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
