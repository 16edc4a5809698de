import { describe, expect, it } from 'vitest'
import { DAY } from '../../src/domain/instant'
import { countFollowUps } from '../../src/domain/ticket/follow-up-count'
import type { Ticket } from '../../src/domain/ticket/ticket'
import { newId } from '../support/build/ids'

const span = { from: 100 * DAY, until: 130 * DAY }
const closed = (closedAt: number, ...entries: object[]) =>
  ({
    ...{ id: newId(), status: 'closed', kind: 'complaint', closing: 'told', closedAt },
    ...{ home: newId(), caller: null, joined: [] },
    thread: [{ kind: 'closed', change: newId() }, ...entries],
  }) as unknown as Ticket
const asked = (at: number, solved: string | null, ownWork = false) => ({
  ...{ kind: 'followedUp', at, change: newId(), ownWork },
  answer: solved ? { solved, score: 4 } : null,
})

describe('the follow-ups of a span', () => {
  it('[CL6] count what was due, reached, in time, still waiting, and what was answered', () => {
    const at = 110 * DAY
    const tickets = [
      closed(at, asked(at + DAY, 'yes')),
      closed(at, asked(at + DAY, null), asked(at + 5 * DAY, 'no')),
      closed(at),
      closed(at, asked(at + DAY, 'yes', true)),
      closed(at - 20 * DAY, asked(at, 'yes')),
      closed(span.until, asked(at, 'yes')),
      { ...closed(at), closing: 'recheck' } as Ticket,
    ]
    expect(countFollowUps(tickets, span)).toEqual({
      ...{ due: 4, reached: 2, inTime: 1, waiting: 2, score: 8 },
      solved: { yes: 1, partly: 0, no: 1 },
    })
  })
})
