import type { IconName } from '../../ui/icon-path'

export interface LayoutTab {
  readonly to: string
  readonly icon: IconName
  readonly label: string
  /** How many things there need somebody; 0 shows nothing. */
  readonly badge: number
}
