import { openCodeReader } from './code-reader'

export type CameraFailure = 'refused' | 'no-camera'

export interface Scan {
  stop(): void
  /** Null where the phone has no light to switch. */
  readonly torch: ((on: boolean) => Promise<void>) | null
}

const EVERY = 150

const torchOf = (track: MediaStreamTrack | undefined): Scan['torch'] => {
  const able = track?.getCapabilities?.() as { torch?: boolean } | undefined
  if (!track || !able?.torch) return null
  return (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
}

const openStream = async (): Promise<MediaStream | CameraFailure> => {
  if (!('mediaDevices' in navigator)) return 'no-camera'
  try {
    return await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 } },
    })
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError'
      ? 'refused'
      : 'no-camera'
  }
}

/** Shows the camera in `video` and tells every code it reads until stopped. */
export const scanCamera = async (
  video: HTMLVideoElement,
  onCode: (text: string) => void,
): Promise<Scan | CameraFailure> => {
  const stream = await openStream()
  if (typeof stream === 'string') return stream
  video.srcObject = stream
  await video.play().catch(() => undefined)
  const read = await openCodeReader()
  let isOpen = true
  const look = async () => {
    if (!isOpen) return
    const text = video.readyState >= video.HAVE_CURRENT_DATA ? await read(video) : null
    if (text !== null && isOpen) onCode(text)
    setTimeout(() => void look(), EVERY)
  }
  void look()
  return {
    torch: torchOf(stream.getVideoTracks()[0]),
    stop: () => {
      isOpen = false
      for (const track of stream.getTracks()) track.stop()
    },
  }
}
