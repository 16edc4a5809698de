import { describe, expect, it } from 'vitest'
import type { Matter } from '../../../src/domain/today/matter'
import { sectionsUpTo, type Section } from '../../../src/domain/today/section'

const matters = (count: number) =>
  Array.from({ length: count }, (_, each) => ({ key: `ticket/${each}` }) as unknown as Matter)
const DAY: readonly Section[] = [
  { name: 'now', matters: matters(20) },
  { name: 'later', matters: matters(5) },
  { name: 'done', matters: matters(300) },
]
const upTo = (lines: number) => {
  const { drawn, hasMore } = sectionsUpTo(DAY, lines)
  return [drawn.map(({ name, matters: own }) => [name, own.length]), hasMore]
}

describe('the first lines of a long day', () => {
  it('no later part is shown before all of the one above it', () => {
    expect(upTo(14)).toEqual([[['now', 14]], true])
    expect(upTo(20)).toEqual([[['now', 20]], true])
    expect(upTo(22)).toEqual([
      [
        ['now', 20],
        ['later', 2],
      ],
      true,
    ])
  })

  it('what is done is folded: all of it comes with the last line before it', () => {
    const whole = [
      ['now', 20],
      ['later', 5],
      ['done', 300],
    ]
    expect(upTo(26)).toEqual([whole, false])
    expect(upTo(400)).toEqual([whole, false])
    expect(sectionsUpTo(DAY.slice(0, 1), 20)).toMatchObject({ hasMore: false })
  })
})
