export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Where, who · when. */
export const STAMP_LINES = 2

/** How large the stamp's letters are, in pixels; a line is as long as the picture is wide. */
export const stampLetter = ({ width }: Pick<PictureSize, 'width'>): number =>
  Math.max(14, Math.round(width / 40))

/** [PH2] The stamp stands below the picture, and can be written anew without touching it. */
export const stampHeight = (size: Pick<PictureSize, 'width'>): number =>
  Math.round((STAMP_LINES * 1.4 + 0.6) * stampLetter(size))

const close = (name: string) => name.replace(/\s+/gu, '')

/** [PH2] Where a finding was made: the place and the point, and neither twice where one says the other. */
export const stampPlace = (place: string, point: string): string => {
  if (close(point).includes(close(place))) return point
  return close(place).includes(close(point)) ? place : `${place} · ${point}`
}
