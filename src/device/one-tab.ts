/** Runs work while no other tab of this app does. Where there are no locks there is one tab. */
export const oneTab =
  (name: string) =>
  async (work: (signal: AbortSignal) => Promise<void>): Promise<boolean> => {
    const never = new AbortController()
    if (!('locks' in navigator)) {
      await work(never.signal)
      return true
    }
    return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (!lock) return false
      await work(never.signal)
      return true
    })
  }
