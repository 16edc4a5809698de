/** Everything a story can be hit by. A run counts each, so that one sees it really happened. */
export const CAUSES = [
  ...(['request lost', 'answer lost', 'request doubled', 'request again later'] as const),
  ...(['request overtaken', 'killed in storage', 'killed at the network'] as const),
  ...(['killed in a photo', 'photo cut', 'photo spoilt', 'app closed', 'phone pruned'] as const),
  ...(['clock jumped days', 'scope granted', 'scope revoked', 'buildings reassigned'] as const),
  ...(['record moved scope', 'sent by an old app', 'app updated', 'server backed up'] as const),
  ...(['server restored', 'history changed', 'session of another', 'second tab acted'] as const),
  ...(['second tab synced', 'database copied', 'copy found', 'record erased'] as const),
  ...(['erased again after restore', 'group saved', 'act noted', 'act parked'] as const),
  ...(['act refused', 'asked for a photo again'] as const),
] as const

export type Cause = (typeof CAUSES)[number]

export class Tally {
  readonly #counts = new Map<Cause, number>()

  add(cause: Cause, times = 1): void {
    this.#counts.set(cause, this.of(cause) + times)
  }

  of(cause: Cause): number {
    return this.#counts.get(cause) ?? 0
  }

  addAll(other: Tally): void {
    for (const cause of CAUSES) this.add(cause, other.of(cause))
  }

  toString(): string {
    return CAUSES.map((cause) => `${String(this.of(cause)).padStart(9)}  ${cause}`).join('\n')
  }
}
