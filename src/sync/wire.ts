import type { SyncRequest } from '../protocol/sync-request'
import { isBusy, retryAfterOf } from './retry-after'

/** What came back of a call; a network failure is no error but the outbox's normal state. */
export type WireReply =
  | { readonly reached: false }
  | {
      readonly reached: true
      readonly status: number
      readonly body: unknown
      /** Seconds to wait, where the server said so. */
      readonly retryAfter: number | null
    }

export interface SyncWire {
  post(request: SyncRequest, signal: AbortSignal): Promise<WireReply>
}

/** What a gateway before the server may say in words of its own. */
const isGateways = (status: number): boolean => status === 413 || isBusy(status)

/** The wire over fetch. Anything that is not an answer of ours counts as not reached. */
export const fetchWire = (fetch: typeof globalThis.fetch): SyncWire => ({
  async post(request, signal) {
    try {
      const response = await fetch('/api/v1/sync', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(request),
        signal,
      })
      const { status, headers } = response
      const retryAfter = retryAfterOf(headers.get('Retry-After'))
      const text = await response.text()
      return { reached: true, status, body: bodyOf(status, text), retryAfter }
    } catch {
      // Aborted, cut, or a captive portal's page instead of JSON.
      return { reached: false }
    }
  },
})

const bodyOf = (status: number, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (isGateways(status)) return null
    throw error
  }
}
