import type { PhotoMark } from '../../domain/photo-mark'

/** What the worker is asked and what it answers. */
export interface PhotoJob {
  readonly file: Blob
  /** Lines burnt into the copy that is uploaded, below the picture. */
  readonly stamp: readonly string[]
  /** Null for what the camera gave; marks, if only none, for a photo prepared before. */
  readonly marks: readonly PhotoMark[] | null
}

export type PhotoDone =
  | {
      readonly ok: true
      readonly blob: Blob
      readonly width: number
      readonly height: number
      readonly preview: string
      readonly likeness: string
    }
  | { readonly ok: false; readonly why: PhotoFault }

/** Not one to open · nothing in it · more pixels than a phone holds · HEIC elsewhere than at Apple's. */
export type PhotoFault = 'not-a-picture' | 'empty' | 'too-large' | 'heic' | 'no-memory'
