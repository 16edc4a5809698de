import type { StaffId } from '../../src/domain/id'

/** Whose stream it is. */
export interface StreamOwner {
  readonly staff: StaffId
  readonly token: string
}

interface OpenStream {
  readonly owner: StreamOwner
  readonly end: () => void
}

/** Streams that are open now, so that whatever ends their session ends them. */
export class LiveStreams {
  readonly #open = new Set<OpenStream>()

  add(owner: StreamOwner, end: () => void): () => void {
    const stream = { owner, end }
    this.#open.add(stream)
    return () => this.#open.delete(stream)
  }

  endSession(token: string): void {
    this.#endWhere((owner) => owner.token === token)
  }

  /** Everything of one person, but for the session that did it. */
  endStaff(staff: StaffId, exceptToken?: string): void {
    this.#endWhere((owner) => owner.staff === staff && owner.token !== exceptToken)
  }

  endAll(): void {
    this.#endWhere(() => true)
  }

  #endWhere(isMeant: (owner: StreamOwner) => boolean): void {
    for (const { owner, end } of [...this.#open]) if (isMeant(owner)) end()
  }
}
