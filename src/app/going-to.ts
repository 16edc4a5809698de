import { shallowRef } from 'vue'

/** The page a tap asked for, until it is there. */
export const goingTo = shallowRef<string | null>(null)
