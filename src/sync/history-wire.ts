import * as v from 'valibot'
import type { RecordId, StaffId } from '../domain/id'
import { historyAnswerSchema } from '../protocol/history-answer'
import type { Row } from '../protocol/row'

export interface HistoryPage {
  readonly rows: readonly Row[]
  readonly more: boolean
}

/** Null where the server was not reached, or said nothing of use. */
export type AskHistory = (
  about: RecordId,
  before: number | null,
  signal?: AbortSignal,
) => Promise<HistoryPage | null>

/** [SY20] What is not on this phone, or no longer; whose session this is travels with the question. */
export const askHistoryOver =
  (fetch: typeof globalThis.fetch, staff: StaffId): AskHistory =>
  async (about, before, signal) => {
    const older = before === null ? '' : `&before=${before}`
    try {
      const response = await fetch(`/api/v1/history?record=${about}${older}&staff=${staff}`, {
        ...(signal ? { signal } : {}),
      })
      const read = v.safeParse(historyAnswerSchema, await response.json())
      return response.ok && read.success ? read.output : null
    } catch {
      // No network, or something else than the server answered.
      return null
    }
  }
