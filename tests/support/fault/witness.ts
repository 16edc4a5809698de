import type { SyncAnswer } from '../../../src/protocol/sync-answer'
import { HttpClient } from '../http-client'

/** A browser that remembers which changes the server said it holds. */
export class Witness extends HttpClient {
  readonly acknowledged = new Set<string>()

  override async raw(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const response = await super.raw(method, path, init)
    if (path !== '/api/v1/sync' || response.status !== 200) return response
    const { outcomes } = (await response.clone().json()) as SyncAnswer
    for (const { id, outcome } of outcomes) {
      if (outcome !== 'accepted') throw new Error(`A change was ${outcome}.`)
      this.acknowledged.add(id)
    }
    return response
  }
}
