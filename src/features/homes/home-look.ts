import type { HomeState } from '../../domain/home/state'
import type { IconName } from '../../ui/icon-path'
import type { Tone } from '../../ui/tone'

/** A state has a colour and a sign; colour never speaks alone. A vacant home is hatched. */
export const HOME_TONES: Readonly<Record<HomeState, Tone>> = {
  ...{ lapsed: 'red', cared: 'amber' },
  ...{ late: 'red', open: 'amber', quiet: 'green' },
  ...{ unreached: 'red', overdue: 'amber', soon: 'blue', met: 'green' },
  ...{ vacant: 'plain', let: 'blue', owner: 'green' },
  ...{ unserved: 'amber', served: 'green' },
}
export const HOME_ICONS: Readonly<Record<HomeState, IconName | null>> = {
  ...{ lapsed: 'clock', cared: 'heart' },
  ...{ late: 'bang', open: 'clock', quiet: null },
  ...{ unreached: 'bang', overdue: 'clock', soon: 'calendar', met: null },
  ...{ vacant: null, let: 'person', owner: null },
  ...{ unserved: 'facility', served: null },
}
