import { computed, nextTick, onScopeDispose, ref, shallowRef, type Ref } from 'vue'
import { hashBlob } from '../device/hash'
import { drawSignature } from '../device/signature/draw-signature'
import { withStroke, type Signature, type Stroke } from '../domain/signature'
import type { KeptDraft } from './kept-draft'
import { usePhone } from './phone'

/**
 * [SG3] A signature being given, stroke by stroke, in a draft. `endStroke` brings one under way on the
 * glass to its end, so that it is handed over like any other.
 */
export const useSignature = (
  signature: Ref<Signature | undefined>,
  draft: KeptDraft,
  endStroke: () => void,
) => {
  const { now } = usePhone()
  const isFull = ref(false)
  const cleared = shallowRef<readonly Stroke[] | null>(null)

  const strokes = computed(() => signature.value?.strokes ?? [])
  const name = computed({
    get: () => signature.value?.name ?? '',
    set: (next: string) => {
      signature.value = { strokes: [], signedAt: now(), ...signature.value, name: next }
    },
  })
  /** What is on the glass now; a picture of what stood there before is none of it. */
  const put = (next: readonly Stroke[], over: Pick<Signature, 'confirmed'> = {}) => {
    signature.value = { name: name.value, strokes: next, signedAt: now(), ...over }
  }

  const draw = (stroke: Stroke) => {
    const next = withStroke(strokes.value, stroke)
    isFull.value = next === null
    cleared.value = null
    if (next) put(next)
  }
  const undo = () => {
    isFull.value = false
    put(strokes.value.slice(0, -1))
  }
  const clear = () => {
    isFull.value = false
    cleared.value = strokes.value
    put([])
  }
  const restore = () => {
    if (cleared.value) put(cleared.value)
    cleared.value = null
  }
  /** [SG1] Who cannot draw says that it is them. */
  const confirmed = computed({
    get: () => signature.value?.confirmed ?? false,
    set: (isSo: boolean) => put([], isSo ? { confirmed: true } : {}),
  })

  /** [SG4] Drawn once nobody draws any more; where that fails, the strokes stand alone. */
  const finish = async (): Promise<void> => {
    endStroke()
    await nextTick()
    const signed = signature.value
    if (!signed || signed.strokes.length === 0 || signed.picture) return
    const drawn = await drawSignature(signed.strokes)
    if (!drawn) return
    const { blob, width, height } = drawn
    const sha256 = await hashBlob(blob)
    const picture = { sha256, width, height, bytes: blob.size, takenAt: signed.signedAt }
    if (await draft.keepPhoto({ blob, ref: picture })) signature.value = { ...signed, picture }
  }
  onScopeDispose(draft.endFirst(finish))

  return { strokes, name, confirmed, isFull, cleared, draw, undo, clear, restore }
}
