import type { IconName } from '../../ui/icon-path'

export interface LayoutTab {
  readonly to: string
  readonly icon: IconName
  readonly label: string
  /** How many things there need somebody; 0 shows nothing. */
  readonly badge: number
  /** Somebody is being shown where it is. */
  readonly pointed?: boolean
}

/** The raised round button in the middle of the phone's bar (随手报). */
export type LayoutSnap = Pick<LayoutTab, 'to' | 'icon' | 'label' | 'pointed'>
