import { expect, it } from 'vitest'
import { keepDots } from '../../src/ui/keep-dots'

const NO_BREAK = '\u00a0'

it('keeps a dot at the end of its line', () => {
  expect(keepDots('报修 · 5栋')).toBe(`报修${NO_BREAK}· 5栋`)
})

it('keeps a figure with its unit and a day with its time, in both languages', () => {
  expect(keepDots('程波 · 2 点异常')).toBe(`程波${NO_BREAK}· 2${NO_BREAK}点异常`)
  expect(keepDots('2 abnormal')).toBe(`2${NO_BREAK}abnormal`)
  expect(keepDots('上次成功 今天 17:06')).toBe(`上次成功 今天${NO_BREAK}17:06`)
})

it('lets a place break before its entrance, and keeps the door with that', () => {
  expect(keepDots('1栋 1单元 702')).toBe(`1栋 1单元${NO_BREAK}702`)
  expect(keepDots('下一点:1单元601 空置房')).toBe('下一点:1单元601 空置房')
})
