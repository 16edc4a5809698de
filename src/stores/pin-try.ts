import { computed, ref } from 'vue'
import { SECOND } from '../domain/instant'
import { MOST_WRONG } from '../domain/lock'
import { isPin } from '../domain/pin'
import type { Person } from './phone'
import { tryPin, useLock, type PinAnswer } from './pin'

/** [LK4] A code typed and tried, with the tries left and the seconds to wait, wherever one is asked for. */
export const usePinTry = (whose: Pick<Person, 'company' | 'staff'>) => {
  const { lock, look } = useLock(whose)
  const pin = ref('')
  const isBusy = ref(false)
  const said = ref<PinAnswer | null>(null)
  const left = computed(() => MOST_WRONG - (lock.value?.wrong ?? MOST_WRONG))
  const seconds = computed(() => Math.ceil((lock.value?.wait ?? 0) / SECOND))

  /** What became of it; null where nothing was tried. */
  const submit = async (): Promise<PinAnswer | null> => {
    if (isBusy.value || seconds.value > 0 || !isPin(pin.value)) return null
    const tried = pin.value
    isBusy.value = true
    said.value = null
    // The field is free for the next try at once: what is typed meanwhile is not wiped away.
    pin.value = ''
    const answer = await tryPin(whose, tried)
    // The right one leads on: nothing more is said here.
    if (answer === 'right') return answer
    look()
    said.value = answer
    isBusy.value = false
    return answer
  }

  return { pin, isBusy, said, left, seconds, submit }
}
