import type { Facility } from '../../domain/facility'
import type { Tone } from '../../ui/tone'

export const stateTone = (state: Facility['state']): Tone => {
  switch (state) {
    case 'inUse':
      return 'green'
    case 'down':
      return 'red'
    case 'outOfService':
      return 'amber'
    case 'scrapped':
      return 'plain'
  }
}
