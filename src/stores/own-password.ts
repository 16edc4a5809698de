import { ref } from 'vue'
import * as v from 'valibot'
import { wireErrorSchema } from '../protocol/wire-error'

export const LEAST_OF_PASSWORD = 8

type Trouble = 'offline' | 'wrong' | 'slow-down' | 'signed-out' | 'unavailable'

const KINDS: Readonly<Record<string, Trouble>> = {
  'wrong-credentials': 'wrong',
  'slow-down': 'slow-down',
  'signed-out': 'signed-out',
}

/** [AC7] One's own password, with the one that stands; every other session of theirs ends. */
export const useOwnPassword = () => {
  const isBusy = ref(false)
  const trouble = ref<Trouble | null>(null)

  const change = async (current: string, next: string): Promise<boolean> => {
    if (isBusy.value) return false
    isBusy.value = true
    trouble.value = null
    try {
      const response = await fetch('/api/v1/session/password', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ current, next }),
      })
      if (response.ok) return true
      const read = v.safeParse(wireErrorSchema, await response.json())
      trouble.value = KINDS[read.success ? read.output.error.kind : ''] ?? 'unavailable'
      return false
    } catch {
      trouble.value = 'offline'
      return false
    } finally {
      isBusy.value = false
    }
  }
  return { isBusy, trouble, change }
}
