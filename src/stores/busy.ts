import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

/**
 * Whether somebody is in the middle of something that must not be cut off: a form with its draft open,
 * a recording. Whoever holds lets go by calling what they were given.
 */
export const useBusy = defineStore('busy', () => {
  const holders = ref(0)
  return {
    isBusy: computed(() => holders.value > 0),
    hold: (): (() => void) => {
      let isHeld = true
      holders.value += 1
      return () => {
        if (isHeld) holders.value -= 1
        isHeld = false
      }
    },
  }
})
