interface Timer {
  readonly due: number
  readonly work: () => void
}

/** Time that stands until a test moves it. */
export class ManualClock {
  #now = 0
  readonly #timers = new Set<Timer>()

  readonly after = (milliseconds: number, work: () => void): (() => void) => {
    const timer = { due: this.#now + milliseconds, work }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Rings everything that is due meanwhile, in its order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds
    for (;;) {
      const [next] = [...this.#timers]
        .filter(({ due }) => due <= end)
        .sort((one, other) => one.due - other.due)
      if (!next) break
      this.#timers.delete(next)
      this.#now = next.due
      next.work()
    }
    this.#now = end
  }
}
