import { useLocalStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { pulseCue, soundCue, type Cue } from '../device/feedback'

/** Sounds and pulses, as this device is set; a switch for each in 「我」. */
export const useFeedback = defineStore('feedback', () => {
  const hasSound = useLocalStorage('mengya/sound', true)
  const hasPulse = useLocalStorage('mengya/pulse', true)

  const give = (cue: Cue) => {
    if (hasSound.value) soundCue(cue)
    if (hasPulse.value) pulseCue(cue)
  }
  return {
    ...{ hasSound, hasPulse },
    /** A code was read, a stop is done. */
    success: () => give('success'),
    /** A strange code; something could not be read. */
    failure: () => give('failure'),
    ring: () => give('ring'),
  }
})
