import * as v from 'valibot'
import type { Immutable } from './immutable'
import { instantSchema } from './instant'
import { sha256Schema } from './photo'
import { lineSchema } from './text'

/** [SG2] Enough for any name written by hand, and a few kilobytes in the change that carries it. */
export const SIGNATURE_LIMITS = { name: 40, strokes: 80, strokePoints: 120, points: 800 } as const

/** [FO14] How many signatures one form asks for at most: together they always fit one change. */
export const MOST_SIGNATURES = 5

/** How wide the pad is for its height, on every glass and in the picture. */
export const PAD_RATIO = 2

/** How thick the ink is, as a part of the pad's width. */
export const INK_WIDTH = 0.009

const thousandth = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000))

/** One stroke: across and down, across and down, in thousandths of the pad's width and height. */
export const strokeSchema = v.pipe(
  v.array(thousandth),
  v.minLength(2),
  v.maxLength(SIGNATURE_LIMITS.strokePoints * 2),
)

export type Stroke = Immutable<v.InferOutput<typeof strokeSchema>>

/** What was drawn, as a picture; its bytes travel apart, like a photo's. */
const pictureSchema = v.object({
  sha256: sha256Schema,
  width: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4_000)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4_000)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1024 * 1024)),
  takenAt: instantSchema,
})

/** Somebody's signature (签字): drawn on the glass, or the name alone confirmed by its bearer (本人确认). */
export const signatureSchema = v.object({
  name: lineSchema(SIGNATURE_LIMITS.name),
  strokes: v.pipe(v.array(strokeSchema), v.maxLength(SIGNATURE_LIMITS.strokes)),
  confirmed: v.optional(v.literal(true)),
  /** [SG5] When what stands on the glass last changed, or was confirmed. */
  signedAt: instantSchema,
  /** Drawn from the strokes when the signature is handed in. */
  picture: v.optional(pictureSchema),
})

export type Signature = Immutable<v.InferOutput<typeof signatureSchema>>

/** A place on the pad, in the same measure across and down. */
export interface PadPoint {
  readonly x: number
  readonly y: number
}

/** The points of a stroke on a pad so wide. */
export const pointsOf = (stroke: Stroke, width: number): readonly PadPoint[] => {
  const height = width / PAD_RATIO
  return Array.from({ length: Math.floor(stroke.length / 2) }, (_, at) => ({
    x: ((stroke[at * 2] ?? 0) * width) / 1_000,
    y: ((stroke[at * 2 + 1] ?? 0) * height) / 1_000,
  }))
}

const inThousandths = (value: number, whole: number): number =>
  Math.min(1_000, Math.max(0, Math.round((value / whole) * 1_000)))

/** So many of a list at most, evenly spread, its ends among them. */
const thinned = <Item>(items: readonly Item[], most: number): readonly Item[] => {
  if (items.length <= most) return items
  const step = (at: number) => Math.floor((at * (most - 1)) / (items.length - 1))
  return items.filter((_, at) => step(at) !== step(at - 1))
}

/** [SG2] What a finger drew on a pad so wide; a long stroke keeps its way with fewer points. */
export const strokeOf = (points: readonly PadPoint[], width: number): Stroke => {
  const height = width / PAD_RATIO
  const kept = points
    .map(({ x, y }) => [inThousandths(x, width), inThousandths(y, height)] as const)
    .filter(([x, y], at, all) => at === 0 || x !== all[at - 1]?.[0] || y !== all[at - 1]?.[1])
  return thinned(kept, SIGNATURE_LIMITS.strokePoints).flat()
}

/** [SG2] The signature with one stroke more; null when there is no room for it. */
export const withStroke = (
  strokes: readonly Stroke[],
  stroke: Stroke,
): readonly Stroke[] | null => {
  const points = [...strokes, stroke].reduce((sum, { length }) => sum + length / 2, 0)
  const { strokes: most, points: mostPoints } = SIGNATURE_LIMITS
  return strokes.length < most && points <= mostPoints ? [...strokes, stroke] : null
}

/** Nothing was drawn, written or confirmed. */
export const isUnsigned = (signature: Signature | undefined): boolean =>
  !signature ||
  (signature.name.trim() === '' && signature.strokes.length === 0 && !signature.confirmed)

/** [SG1] What a signature still lacks: the hand or its confirmation, the name of who signs. */
export const signatureFault = (signature: Signature | undefined): 'signature' | 'signer' | null => {
  if (!signature || (signature.strokes.length === 0 && !signature.confirmed)) return 'signature'
  return signature.name.trim() === '' ? 'signer' : null
}

const number = (value: number): string => String(Math.round(value * 10) / 10)
const pair = ({ x, y }: PadPoint): string => `${number(x)} ${number(y)}`

/** A smooth line through a stroke's points; a dot is a line to itself. */
const pathOfStroke = (points: readonly PadPoint[]): string => {
  const [first, second] = points
  if (!first) return ''
  if (!second) return `M${pair(first)}L${pair(first)}`
  const curves = points.slice(1, -1).map((point, at) => {
    const next = points[at + 2] ?? point
    return `Q${pair(point)} ${pair({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`
  })
  return `M${pair(first)}${curves.join('')}L${pair(points.at(-1) ?? second)}`
}

/** The signature as an SVG path on a pad so wide: on the screen and in the picture it is the same. */
export const pathOfSignature = (strokes: readonly Stroke[], width: number): string =>
  strokes.map((stroke) => pathOfStroke(pointsOf(stroke, width))).join('')
