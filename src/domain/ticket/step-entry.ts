import type { ActContext } from '../record-kind'
import { entryOf } from '../thread'
import { pendingDecline } from './contract'
import type { TicketEntry } from './entry'
import { fixersOf } from './person'
import type { Step } from './act'
import type { Ticket } from './ticket'

/** What the thread says of a step. */
export const stepEntry = (ticket: Ticket, step: Step, context: ActContext): TicketEntry => {
  const base = entryOf(context)
  switch (step.act) {
    case 'assign':
      return { ...base, kind: 'assigned', to: step.to, words: step.words }
    case 'accept':
      return { ...base, kind: 'accepted' }
    case 'return':
      return { ...base, kind: 'returned', words: step.words }
    case 'transfer':
      return { ...base, kind: 'transferred', to: step.to, words: step.words }
    case 'putOff': {
      const { why, until, words } = step
      return { ...base, kind: 'putOff', why, until, words }
    }
    case 'start':
      return { ...base, kind: 'started', words: step.words, photos: step.photos }
    case 'resolve':
      return { ...base, kind: 'resolved', words: step.words, photos: step.photos }
    case 'recheck': {
      const { passed, words, photos } = step
      const ownWork = fixersOf(ticket).includes(context.by)
      return { ...base, kind: 'rechecked', passed, words, photos, ownWork }
    }
    case 'close':
      return { ...base, kind: 'closed', ...(step.learnt ? { learnt: step.learnt } : {}) }
    case 'cancel':
      return { ...base, kind: 'cancelled', words: step.words }
    case 'decline':
      return { ...base, kind: 'declined', words: step.words }
    case 'confirmDecline': {
      const pending = pendingDecline(ticket)
      const { words = '', clause } = pending ?? {}
      return { ...base, kind: 'declined', words, ...(clause ? { clause } : {}) }
    }
    case 'reopen':
      return { ...base, kind: 'reopened', words: step.words, photos: step.photos }
    case 'join':
      return { ...base, kind: 'joined', into: step.into }
    case 'separate':
      return { ...base, kind: 'separated' }
    case 'engage':
      return { ...base, kind: 'engaged', name: step.name, what: step.what, until: step.until }
    case 'release':
      return { ...base, kind: 'released', words: step.words }
  }
}
