/** Chance from a seed (mulberry32): the same seed, the same story. */
export class Chance {
  /** `mark`: four hexadecimal signs in each id, so that two chances never make the same. */
  constructor(
    private state: number,
    private readonly mark = '0000',
  ) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  whole(most: number): number {
    return Math.floor(this.next() * most)
  }

  isLucky(share: number): boolean {
    return this.next() < share
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.whole(items.length)] as Item
  }

  /** A UUIDv7-shaped id that follows from the seed. */
  id(): string {
    const hex = (length: number) =>
      Array.from({ length }, () => this.whole(16).toString(16)).join('')
    return `0190${this.mark}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
  }
}
