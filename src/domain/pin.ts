import { MINUTE, SECOND } from './instant'

/** [LK2] An unlock code (解锁码): six digits, of one person on one phone. */
export const PIN_LENGTH = 6

const FREE = 4
const WAIT = { first: 30 * SECOND, most: 5 * MINUTE }

export const isPin = (text: string): boolean => /^[0-9]{6}$/.test(text)

/** What was typed, as digits: also those of a Chinese keyboard. */
export const pinDigits = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[^0-9]/g, '')
    .slice(0, PIN_LENGTH)

const isRun = (pin: string): boolean => {
  const steps = new Set(
    Array.from(pin, Number)
      .map((digit, at, all) => digit - (all[at - 1] ?? NaN))
      .slice(1),
  )
  return steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step))
}

/** [LK2] What everybody tries first: one digit, a run up or down, a few digits over and over. */
export const isEasyPin = (pin: string): boolean =>
  isRun(pin) || pin === pin.slice(0, 2).repeat(3) || pin === pin.slice(0, 3).repeat(2)

/** [LK4] How long to wait after so many wrong ones in a row. */
export const waitAfter = (wrong: number): number =>
  wrong <= FREE ? 0 : Math.min(WAIT.first * 2 ** (wrong - FREE - 1), WAIT.most)
