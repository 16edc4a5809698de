import { SOUND_LIMITS, type SoundType } from '../../domain/sound'

export type RecorderFailure = 'refused' | 'no-microphone' | 'unsupported'

/** What was recorded up to a moment; playable even when nothing more comes. */
export interface Recorded {
  readonly blob: Blob
  readonly type: SoundType
  readonly seconds: number
}

export interface RecorderListener {
  /** So far, every few seconds: to be kept in case the phone dies. */
  part(recorded: Recorded): void
  /** Over: stopped, at the limit, or taken away by a call. Null when not a sound was caught. */
  end(recorded: Recorded | null): void
}

export interface Recording {
  stop(): void
}

/** Plain speech; two minutes are half a megabyte. */
const BITS = 32_000
const PART_EVERY = 3_000

const FORMATS: readonly (readonly [string, SoundType])[] = [
  ['audio/webm;codecs=opus', 'audio/webm'],
  ['audio/mp4', 'audio/mp4'],
]

const formatHere = () =>
  typeof MediaRecorder === 'undefined'
    ? undefined
    : FORMATS.find(([mime]) => MediaRecorder.isTypeSupported(mime))

const openMicrophone = async (): Promise<MediaStream | RecorderFailure> => {
  // Plain HTTP on another machine hides the microphone altogether.
  if (!('mediaDevices' in navigator)) return 'unsupported'
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true })
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError'
      ? 'refused'
      : 'no-microphone'
  }
}

/** [SO1] Records until stopped, or until it is as long or as large as a voice note may be. */
export const recordSound = async (
  listener: RecorderListener,
): Promise<Recording | RecorderFailure> => {
  const format = formatHere()
  if (!format) return 'unsupported'
  const stream = await openMicrophone()
  if (typeof stream === 'string') return stream
  const [mimeType, type] = format
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS })
  const parts: Blob[] = []
  const begun = performance.now()
  const seconds = () =>
    Math.min(SOUND_LIMITS.seconds, Math.max(1, Math.ceil((performance.now() - begun) / 1000)))
  const soFar = (): Recorded => ({ blob: new Blob(parts, { type }), type, seconds: seconds() })
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const limit = setTimeout(stop, SOUND_LIMITS.seconds * 1000)
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) parts.push(data)
    if (recorder.state === 'inactive' || parts.length === 0) return
    const recorded = soFar()
    listener.part(recorded)
    if (recorded.blob.size > SOUND_LIMITS.bytes / 2) stop()
  })
  recorder.addEventListener('stop', () => {
    clearTimeout(limit)
    for (const track of stream.getTracks()) track.stop()
    listener.end(parts.length > 0 ? soFar() : null)
  })
  recorder.start(PART_EVERY)
  return { stop }
}
