import { expect, it } from 'vitest'
import { numberOf } from '../../src/domain/ticket/number'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { newId } from '../support/build/ids'

it('[TK15] a ticket’s number is eight digits that follow from its id', () => {
  const id = '01900000-0000-7000-8000-00000000002a' as TicketId
  expect(numberOf(id)).toBe('00000042')
  const numbers = Array.from({ length: 2_000 }, () => numberOf(newId<TicketId>()))
  expect(numbers.every((number) => /^\d{8}$/.test(number))).toBe(true)
  expect(new Set(numbers).size).toBeGreaterThan(1_990)
})
