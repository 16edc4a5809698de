import * as v from 'valibot'
import type { Immutable } from './immutable'
import { instantSchema } from './instant'
import { likenessSchema } from './likeness'

/** 64 lower-case hex digits: SHA-256 of the bytes as uploaded. */
export const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** The largest preview a record carries, in characters of its data URL. */
export const PREVIEW_LIMIT = 4_096

/** Stands for the preview of a photo where there was no room for it: one grey point. */
export const BLANK_PREVIEW =
  'data:image/webp;base64,UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA='

/** A photo as a record names it; its bytes travel apart. */
export const photoSchema = v.object({
  sha256: sha256Schema,
  width: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8 * 1024 * 1024)),
  takenAt: instantSchema,
  /** What it looked like before the stamp; photos taken earlier have none. */
  likeness: v.optional(likenessSchema),
  preview: v.pipe(
    v.string(),
    v.maxLength(PREVIEW_LIMIT),
    v.regex(/^data:image\/(webp|jpeg);base64,[A-Za-z0-9+/=]+$/),
  ),
})

export type Photo = Immutable<v.InferOutput<typeof photoSchema>>

/** How many one step of a record names. */
export const PHOTOS_LIMIT = 40

export const photosSchema = v.pipe(v.array(photoSchema), v.maxLength(PHOTOS_LIMIT))
