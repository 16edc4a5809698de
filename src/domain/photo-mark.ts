import type { PictureSize } from './photo-stamp'

/** Parts of the picture's width and height, so that a mark is the same at any size. */
export interface MarkPoint {
  readonly x: number
  readonly y: number
}

/** What somebody drew on a photo (画一下): a circle or an arrow from here to there, a free line. */
export type PhotoMark =
  | { readonly kind: 'circle' | 'arrow'; readonly from: MarkPoint; readonly to: MarkPoint }
  | { readonly kind: 'line'; readonly points: readonly [MarkPoint, ...MarkPoint[]] }

export const MARK_KINDS = ['circle', 'arrow', 'line'] as const

/** Nearer than this, a finger has not moved. */
const STILL = 0.012
/** Points of a line lie at least so far apart: a slow hand does not make it long. */
const STEP = 0.004
/** Half of the circle that a tap puts down. */
const TAPPED = 0.14

const kept = (value: number): number => Math.min(1, Math.max(0, value))
const distance = (a: MarkPoint, b: MarkPoint): number => Math.hypot(a.x - b.x, a.y - b.y)

export const beginMark = (kind: PhotoMark['kind'], at: MarkPoint): PhotoMark =>
  kind === 'line' ? { kind, points: [at] } : { kind, from: at, to: at }

/** The mark while the finger goes on. */
export const drawOn = (mark: PhotoMark, to: MarkPoint): PhotoMark => {
  if (mark.kind !== 'line') return { ...mark, to }
  const last = mark.points.at(-1) ?? mark.points[0]
  return distance(last, to) < STEP ? mark : { ...mark, points: [...mark.points, to] }
}

/** A tap without a move is a circle around it, or an arrow that points at it. */
export const finishMark = (mark: PhotoMark): PhotoMark => {
  if (mark.kind === 'line' || distance(mark.from, mark.to) >= STILL) return mark
  const { x, y } = mark.from
  return mark.kind === 'circle'
    ? { ...mark, from: { x: x - TAPPED, y: y - TAPPED }, to: { x: x + TAPPED, y: y + TAPPED } }
    : { ...mark, from: { x: kept(x - TAPPED * 1.5), y: kept(y + TAPPED * 1.5) }, to: mark.from }
}

const isOnPicture = (from: MarkPoint, to: MarkPoint): boolean =>
  [(from.x + to.x) / 2, (from.y + to.y) / 2].every((middle) => middle === kept(middle))

/** Nudged by a key, its middle staying on the picture. */
export const moveMark = (mark: PhotoMark, byX: number, byY: number): PhotoMark => {
  const move = ({ x, y }: MarkPoint): MarkPoint => ({ x: x + byX, y: y + byY })
  if (mark.kind === 'line') {
    const [first, ...others] = mark.points
    return { ...mark, points: [move(first), ...others.map(move)] }
  }
  const moved = { ...mark, from: move(mark.from), to: move(mark.to) }
  return isOnPicture(moved.from, moved.to) ? moved : mark
}

/** Made larger or smaller by a key; never so small that nobody sees it, nor off the picture. */
export const growMark = (mark: PhotoMark, by: number): PhotoMark => {
  if (mark.kind === 'line') return mark
  const to = { x: mark.to.x + by, y: mark.to.y + by }
  const from = mark.kind === 'arrow' ? mark.from : { x: mark.from.x - by, y: mark.from.y - by }
  const isSeen = distance(from, to) >= STILL * 3
  return isSeen && isOnPicture(from, to) ? { ...mark, from, to } : mark
}

/** How thick a mark is, in the picture's pixels; its white edge goes once more around it. */
export const markWidth = ({ width, height }: PictureSize): number =>
  Math.max(4, Math.round(Math.max(width, height) / 110))

const number = (value: number): string => String(Math.round(value * 10) / 10)
const pair = (x: number, y: number): string => `${number(x)} ${number(y)}`

const circlePath = (a: MarkPoint, b: MarkPoint): string => {
  const [across, down] = [Math.abs(b.x - a.x) / 2, Math.abs(b.y - a.y) / 2]
  const middle = (a.y + b.y) / 2
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  const half = (to: number) => `A${pair(across, down)} 0 1 0 ${pair(to, middle)}`
  return `M${pair(left, middle)}${half(right)}${half(left)}Z`
}

const arrowPath = (a: MarkPoint, b: MarkPoint, size: PictureSize): string => {
  const length = Math.max(markWidth(size) * 4, distance(a, b) * 0.28)
  const angle = Math.atan2(b.y - a.y, b.x - a.x)
  const barb = (turn: number) =>
    pair(b.x - length * Math.cos(angle + turn), b.y - length * Math.sin(angle + turn))
  return `M${pair(a.x, a.y)}L${pair(b.x, b.y)}M${barb(0.5)}L${pair(b.x, b.y)}L${barb(-0.5)}`
}

/** The mark as an SVG path in the picture's pixels: on the screen and in the copy it is one and the same. */
export const pathOfMark = (mark: PhotoMark, size: PictureSize): string => {
  const at = ({ x, y }: MarkPoint): MarkPoint => ({ x: x * size.width, y: y * size.height })
  switch (mark.kind) {
    case 'circle':
      return circlePath(at(mark.from), at(mark.to))
    case 'arrow':
      return arrowPath(at(mark.from), at(mark.to), size)
    case 'line': {
      const points = mark.points.map(at).map(({ x, y }) => pair(x, y))
      // A line to itself, so that a single dot is drawn at all.
      return `M${points[0] ?? ''}L${(points.length > 1 ? points.slice(1) : points).join('L')}`
    }
  }
}
