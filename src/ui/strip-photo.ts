/** A photo small: its preview, what it is, and on whose phone it still is. */
export interface StripPhoto {
  readonly sha256: string
  readonly preview?: string | undefined
  readonly alt: string
  /** 还在某某手机上 */
  readonly missing?: string | undefined
}
