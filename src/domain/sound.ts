import * as v from 'valibot'
import type { Immutable } from './immutable'
import { instantSchema } from './instant'
import { sha256Schema } from './photo'

/** What phones record and the server takes, without the codec behind it. */
export const SOUND_TYPES = ['audio/webm', 'audio/mp4'] as const
export type SoundType = (typeof SOUND_TYPES)[number]

/** [SO1] How long one voice note may be, and how large. */
export const SOUND_LIMITS = { seconds: 120, bytes: 8 * 1024 * 1024 } as const

/** A voice note (语音) as a record names it; its bytes travel apart, like a photo's. */
export const soundSchema = v.object({
  sha256: sha256Schema,
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(SOUND_LIMITS.bytes)),
  /** Rounded up: a short word is one second, the longest a little over the limit. */
  seconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(SOUND_LIMITS.seconds + 5)),
  type: v.picklist(SOUND_TYPES),
  takenAt: instantSchema,
})

export type Sound = Immutable<v.InferOutput<typeof soundSchema>>

/** How many voice notes one answer or one telling carries at most. */
export const MOST_SOUNDS = 5

export const soundsSchema = v.pipe(v.array(soundSchema), v.maxLength(MOST_SOUNDS))
