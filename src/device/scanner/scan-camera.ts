import { after } from '../after'
import { openCodeReader, type CodeReader, type CodeWanted } from './code-reader'

export type ScanFailure = 'refused' | 'no-camera' | 'no-reader'

export interface Scan {
  stop(): void
  /** Null where the phone has no light to switch; answers whether it did. */
  readonly torch: ((on: boolean) => Promise<boolean>) | null
}

const EVERY = 150

const torchOf = (track: MediaStreamTrack | undefined): Scan['torch'] => {
  const able = track?.getCapabilities?.() as { torch?: boolean } | undefined
  if (!track || !able?.torch) return null
  const advanced = (on: boolean) => ({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
  return (on) =>
    track.applyConstraints(advanced(on)).then(
      () => true,
      () => false,
    )
}

const openStream = async (): Promise<MediaStream | ScanFailure> => {
  // Plain HTTP on another machine hides the camera altogether.
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

/** Looks again and again; a code held in view is told once, until another or none is seen. */
const lookOn = (read: CodeReader, video: HTMLVideoElement, onCode: (text: string) => void) => {
  let isOpen = true
  let seen: string | null = null
  const look = async () => {
    const hasPicture = video.readyState >= video.HAVE_CURRENT_DATA && video.videoWidth > 0
    // One frame that cannot be read is no reason to stop: the next comes in a moment.
    const text = hasPicture ? await read(video).catch(() => null) : null
    if (!isOpen) return
    if (text !== null && text !== seen) onCode(text)
    if (hasPicture) seen = text
    after(EVERY, () => void look())
  }
  void look()
  return () => (isOpen = false)
}

/** Shows the camera in `video` and tells every code it reads until stopped. */
export const scanCamera = async (
  video: HTMLVideoElement,
  onCode: (text: string) => void,
  wanted: CodeWanted,
): Promise<Scan | ScanFailure> => {
  const stream = await openStream()
  if (typeof stream === 'string') return stream
  const release = () => {
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
  try {
    video.srcObject = stream
    await video.play()
    const read = await openCodeReader(wanted)
    const stopLooking = lookOn(read, video, onCode)
    return {
      torch: torchOf(stream.getVideoTracks()[0]),
      stop: () => {
        stopLooking()
        release()
      },
    }
  } catch {
    // Our reader never came to this phone, or the page was left meanwhile.
    release()
    return 'no-reader'
  }
}
