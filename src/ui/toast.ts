/** A short word that something was done, and for a while the way to take it back. */
export interface Toast {
  readonly id: string
  readonly words: string
  /** What the button says (撤销); without it there is only the word. */
  readonly act?: string | undefined
  /** Leaves after this long; null stays until somebody touches it. */
  readonly stays: number | null
}
