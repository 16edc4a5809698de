import { ACT_ICONS } from './icon/act-icon'
import { SIGN_ICONS } from './icon/sign-icon'
import { WORK_ICONS } from './icon/work-icon'

/** One set, line weight 2, on a 24 grid. */
export const ICON_PATHS = { ...WORK_ICONS, ...SIGN_ICONS, ...ACT_ICONS } as const

export type IconName = keyof typeof ICON_PATHS
