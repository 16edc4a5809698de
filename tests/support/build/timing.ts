import { FIRST_TIMING } from '../../../src/domain/clock/first-timing'
import { FIGURES, type Timing } from '../../../src/domain/clock/timing'

/** Every clock goes day and night, so that a story may be told on any day. */
export const ROUND_THE_CLOCK: Timing = {
  ...FIRST_TIMING,
  hours: Object.fromEntries(FIGURES.map((figure) => [figure, 'always'])) as Timing['hours'],
}
