import type { AskedAnswer } from '../domain/visit/asked'
import type {
  FEE_REASONS,
  VisitChannel,
  VisitHeed,
  VisitResult,
} from '../domain/visit/visit-fields'

interface HeedWords {
  /** For so many months; `end`: no more; empty: as it was. */
  months: '' | '3' | '6' | '12' | 'end'
  reason: string
}

export interface FeeWords {
  reason: '' | (typeof FEE_REASONS)[number]
  words: string
  payOn: string
}

/** What stands on the page, and is kept while somebody stands at the door. */
export interface WrittenVisit {
  channel: VisitChannel
  result: VisitResult | null
  slip: boolean
  with: string
  said: string
  wish: string
  consent: boolean
  /** When it was, where it is noted later. */
  pastDay: string
  pastTime: string
  nextDay: string
  nextTime: string
  quiet: string
  heeds: Record<VisitHeed, HeedWords>
  handed: readonly string[]
  fee: FeeWords
  answers: readonly AskedAnswer[]
}

export const blankVisit = (): WrittenVisit => ({
  ...{ channel: 'door', result: null, slip: false, with: '', said: '', wish: '' },
  ...{ consent: false, pastDay: '', pastTime: '', nextDay: '', nextTime: '', quiet: '' },
  heeds: { key: { months: '', reason: '' }, together: { months: '', reason: '' } },
  ...{ handed: [], fee: { reason: '', words: '', payOn: '' }, answers: [] },
})
