import type { RowFate } from '../../domain/import/plan'
import type { Tone } from '../../ui/tone'

export const FATE_TONES: Readonly<Record<RowFate, Tone>> = {
  ...{ bad: 'red', new: 'green', changed: 'blue', same: 'plain', waits: 'amber' },
}
