import type { SyncRequest } from '../protocol/sync-request'

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
      const retry = Number(response.headers.get('Retry-After'))
      const retryAfter = Number.isFinite(retry) && retry > 0 ? retry : null
      // A gateway before the server may refuse a large body in words of its own.
      if (response.status === 413) return { reached: true, status: 413, body: null, retryAfter }
      const body: unknown = await response.json()
      return { reached: true, status: response.status, body, retryAfter }
    } catch {
      // Aborted, cut, or a captive portal's page instead of JSON.
      return { reached: false }
    }
  },
})
