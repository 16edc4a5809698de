/** What an ear and a hand are told (提示音和震动): it went well, it did not, somebody is wanted. */
export type Cue = 'success' | 'failure' | 'ring'

interface Note {
  readonly hertz: number
  /** Seconds from the first note, and how long it sounds. */
  readonly from: number
  readonly lasts: number
}

/** Made by the phone itself: nothing to download, nothing to miss in a basement. */
const NOTES: Readonly<Record<Cue, readonly Note[]>> = {
  success: [
    { hertz: 880, from: 0, lasts: 0.09 },
    { hertz: 1_320, from: 0.1, lasts: 0.14 },
  ],
  failure: [
    { hertz: 220, from: 0, lasts: 0.16 },
    { hertz: 165, from: 0.18, lasts: 0.24 },
  ],
  ring: [
    { hertz: 784, from: 0, lasts: 0.18 },
    { hertz: 988, from: 0.22, lasts: 0.18 },
    { hertz: 784, from: 0.44, lasts: 0.3 },
  ],
}

const PULSES: Readonly<Record<Cue, readonly number[]>> = {
  success: [40],
  failure: [40, 60, 40],
  ring: [180, 120, 180],
}

const LOUD = 0.25
let context: AudioContext | null = null

const openSound = (): AudioContext | null => {
  if (context === null && 'AudioContext' in globalThis) context = new AudioContext()
  return context
}

const play = (sound: AudioContext, { hertz, from, lasts }: Note): void => {
  const begins = sound.currentTime + from
  const tone = sound.createOscillator()
  const loudness = sound.createGain()
  tone.frequency.value = hertz
  loudness.gain.setValueAtTime(LOUD, begins)
  // Faded, not cut: a cut tone clicks.
  loudness.gain.exponentialRampToValueAtTime(0.001, begins + lasts)
  tone.connect(loudness).connect(sound.destination)
  tone.start(begins)
  tone.stop(begins + lasts)
}

/** Browsers let a page sound only after somebody touched it: the first touch opens it for later. */
export const openSoundAtFirstTouch = (): void => {
  const touched = () => void openSound()?.resume()
  document.addEventListener('pointerdown', touched, { once: true, capture: true })
}

/** Silent where the browser does not let a page sound yet; a cue never arrives late. */
export const soundCue = (cue: Cue): void => {
  const sound = openSound()
  if (sound?.state !== 'running') return
  for (const note of NOTES[cue]) play(sound, note)
}

/** iPhones have no such thing: there it does nothing. */
export const pulseCue = (cue: Cue): void => {
  if ('vibrate' in navigator) navigator.vibrate([...PULSES[cue]])
}
