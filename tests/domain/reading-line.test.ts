import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CheckpointVisit } from '../../src/domain/checkpoint-visit'
import type { Form } from '../../src/domain/form/form'
import { isOutside, readingLines, unbroken } from '../../src/domain/reading-line'
import { PUMP_ITEMS } from '../support/build/patrol'

const form = { form: 'form', items: PUMP_ITEMS } as unknown as Form
const visit = (visitedAt: number, value: unknown) =>
  ({
    visitedAt,
    checkpoint: 'point',
    answers: [{ item: 'pressure', value }],
  }) as unknown as CheckpointVisit

it('[FA13] draws the numbers of each gauge, the oldest first, and nothing that is no number', () => {
  const visits = [visit(3, 0.7), visit(1, 0.4), visit(2, 'abnormal')]
  const [line] = readingLines(visits, () => form)
  expect(line).toMatchObject({ title: '稳压泵出口压力', least: 0.3, most: 0.6 })
  expect(line?.readings.map(({ value }) => value)).toEqual([0.4, 0.7])
  expect(line?.readings.map((each) => isOutside(line, each))).toEqual([false, true])
  expect(readingLines(visits, () => undefined)).toEqual([])
})

it('[FA13] breaks the line where readings are missing, and loses none', () => {
  const at = (...days: readonly number[]) => days.map((day) => ({ at: day, value: 1 }))
  expect(unbroken(at(1, 2, 3, 10, 11)).map((part) => part.length)).toEqual([3, 2])
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(1_000)), (days) => {
      const readings = at(...days.sort((one, other) => one - other))
      expect(unbroken(readings).flat()).toEqual(readings)
    }),
  )
})
