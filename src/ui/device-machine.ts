const MACHINES = [
  ['wechat', /MicroMessenger/],
  ['iphone', /iPhone/],
  ['ipad', /iPad/],
  ['harmony', /HarmonyOS|OpenHarmony/],
  ['android', /Android/],
  ['windows', /Windows/],
  ['mac', /Macintosh/],
  ['linux', /Linux/],
] as const

export type Machine = (typeof MACHINES)[number][0] | 'unknown'

/** What people call it, from what its browser calls itself. */
export const machineOf = (name: string): Machine =>
  MACHINES.find(([, sign]) => sign.test(name))?.[0] ?? 'unknown'
