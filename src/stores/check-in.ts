import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { hasNfc, readNfc } from '../device/nfc'
import { findPosition, findQuietly } from '../device/position'
import type { Checkpoint } from '../domain/checkpoint'
import type { CheckIn } from '../domain/checkpoint-visit'
import { readLabel, type Label } from '../domain/label'
import { fixOf, nearness, type Fix } from '../domain/position'
import { useFeedback } from './feedback'
import { usePatrol } from './patrol'
import { usePhone } from './phone'

/** Ways to show that one is at a stop: its label's code or chip, the phone's position. */
export const useCheckIn = (
  at: () => Checkpoint,
  stops: () => readonly string[],
  done: (checkIn: CheckIn) => void,
) => {
  const { t } = useI18n()
  const { now } = usePhone()
  const patrol = usePatrol()
  const feedback = useFeedback()
  const label = shallowRef<Label | null>(null)
  const fix = shallowRef<Fix | null>(null)
  const isFinding = ref(false)
  const nfc = ref<'absent' | 'ready' | 'listening'>(hasNfc() ? 'ready' : 'absent')
  const trouble = ref('')
  const over = new AbortController()
  onScopeDispose(() => over.abort())

  const evidence = () => (fix.value ? { position: fix.value } : {})

  const read = (text: string, by: 'qr' | 'nfc') => {
    const found = readLabel(text, at(), stops(), patrol.checkpoints)
    label.value = found
    if (found.kind !== 'here') {
      feedback.failure()
      return
    }
    feedback.success()
    done({ by, at: now(), ...evidence() })
  }

  const listen = async () => {
    trouble.value = ''
    const failure = await readNfc((text) => read(text, 'nfc'), over.signal)
    if (failure) trouble.value = t(`checkIn.nfc.${failure}`)
    else nfc.value = 'listening'
  }

  const locate = async () => {
    if (isFinding.value) return
    isFinding.value = true
    trouble.value = ''
    const found = await findPosition()
    isFinding.value = false
    if (typeof found === 'string') trouble.value = t(`checkIn.position.${found}`)
    else fix.value = fixOf(found, at().position)
  }
  /** Where nobody need be asked, the position is there before the label is read. */
  const locateQuietly = async () => {
    const found = await findQuietly()
    if (found) fix.value ??= fixOf(found, at().position)
  }
  void locateQuietly()

  const near = computed(() => {
    const own = at().position
    const here = fix.value
    if (!own || here?.distance === null || !here) return null
    const { distance, accuracy } = here
    return { distance, accuracy, kind: nearness(distance, accuracy, own.within) }
  })
  /** [CI2] However far the phone says it is: said, kept, and gone on with. */
  const byPosition = () => {
    if (!fix.value) return
    feedback.success()
    done({ by: 'position', at: now(), position: fix.value })
  }

  return {
    ...{ label, near, isFinding, nfc, trouble, hasPosition: computed(() => !!at().position) },
    ...{ read, listen, locate, byPosition, evidence },
  }
}
