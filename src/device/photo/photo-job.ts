/** What the worker is asked and what it answers. */
export interface PhotoJob {
  readonly file: Blob
  /** Lines burnt into the lower edge of the uploaded copy. */
  readonly stamp: readonly string[]
}

export type PhotoDone =
  | {
      readonly ok: true
      readonly blob: Blob
      readonly width: number
      readonly height: number
      readonly preview: string
    }
  | { readonly ok: false; readonly why: 'not-a-picture' | 'no-memory' }
