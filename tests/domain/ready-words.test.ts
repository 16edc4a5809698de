import { describe, expect, it } from 'vitest'
import {
  FACT_MARKS,
  fillTelling,
  occasionsOf,
  tellingsFor,
  type TellingFacts,
} from '../../src/domain/ready-words'
import { ticketKind } from '../../src/domain/ticket/apply'
import type { TicketActOf } from '../../src/domain/ticket/act'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'

const FACTS: TellingFacts = {
  ...{ place: '3栋 1501', matter: '电梯异响', who: '何涛', when: '今天 15:00', done: '' },
}
const received = (over: Partial<TicketActOf<'receive'>> = {}) => {
  const context = { at: 1, by: newId<never>(), change: newId<never>(), record: newId(), nameId }
  const done = ticketKind.apply(null, receiveTicket(newId(), newId(), over), context)
  if (done.outcome !== 'applied') throw new Error('not received')
  return done.record
}

describe('[PR13] ready words for an owner', () => {
  it('are filled with the facts of the ticket, whatever stands in them', () => {
    const words = `${FACT_MARKS.matter}由${FACT_MARKS.who}在办,${FACT_MARKS.when}前回话`
    expect(fillTelling(words, FACTS)).toBe('电梯异响由何涛在办,今天 15:00前回话')
    expect(fillTelling(FACT_MARKS.matter, { ...FACTS, matter: '$&' })).toBe('$&')
  })

  it('are not offered where they speak of what is not known', () => {
    expect(fillTelling(`处理好了:${FACT_MARKS.done}`, FACTS)).toBeNull()
  })

  it('go by what the ticket gives occasion to; bad news has words too, praise its own', () => {
    expect(occasionsOf(received())).toEqual(['received', 'bad'])
    expect(occasionsOf(received({ kind: 'praise' }))).toEqual(['praise'])
    const tellings = [
      { on: 'bad', words: `${FACT_MARKS.matter}没办成` },
      { on: 'received', words: '收到了' },
      { on: 'done', words: '办好了' },
    ] as const
    expect(tellingsFor(received(), tellings, FACTS)).toEqual(['收到了', '电梯异响没办成'])
  })
})
