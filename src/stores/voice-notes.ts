import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { after } from '../device/after'
import { hashBlob } from '../device/hash'
import { recordSound, type Recorded, type Recording } from '../device/recorder/record-sound'
import { MOST_SOUNDS, type Sound } from '../domain/sound'
import { dropDraft, readDraft, writeDraft } from '../storage/draft'
import type { KeptDraft } from './kept-draft'
import { usePhone } from './phone'

/** Where a deleted voice note stood, so that it can come back there. */
interface Removed {
  readonly sound: Sound
  readonly at: number
}

/**
 * [SO2] Voice notes of one thing in a draft. What was said so far is on the disk every few seconds, a
 * finished note before anything names it; what a dying phone left half said is found again.
 */
export const useVoiceNotes = (sounds: Ref<readonly Sound[]>, draft: KeptDraft, slot: string) => {
  const { t } = useI18n()
  const { database, now } = usePhone()
  const half = `${draft.key}/recording/${slot}`
  const state = ref<'idle' | 'opening' | 'recording' | 'keeping'>('idle')
  const seconds = ref(0)
  const trouble = ref('')
  const removed = shallowRef<Removed | null>(null)
  let recording: Recording | null = null
  let ended: Promise<void> = Promise.resolve()
  let isGone = false

  const keep = async ({ blob, type, seconds }: Recorded, takenAt: number): Promise<void> => {
    const sha256 = await hashBlob(blob)
    const sound: Sound = { sha256, bytes: blob.size, seconds, type, takenAt }
    const isKept = await draft.keepPhoto({ blob, ref: sound })
    if (!isKept) trouble.value = t(`error.save.${draft.failure.value?.kind ?? 'storage-broken'}`)
    else if (!sounds.value.some((each) => each.sha256 === sha256))
      sounds.value = [...sounds.value, sound]
    // What was half said goes only when the draft on the disk names the whole.
    // Where it cannot go it is found again, and known by its hash.
    if (isKept && (await draft.save())) await dropDraft(database, half).catch(() => undefined)
  }

  /** What was being said when the phone died is a note like any other. */
  const findHalf = async (): Promise<void> => {
    // What cannot be read now stays where it is, for the next time.
    const left = (await readDraft(database, half).catch(() => undefined)) as Recorded | undefined
    if (!left || sounds.value.length >= MOST_SOUNDS) return
    await keep(left, now())
    trouble.value = t('sound.found')
  }

  const keepHalf = (recorded: Recorded) => {
    // A full disk is told when the note is finished; it must not end the recording.
    writeDraft(database, half, recorded, now()).catch(() => undefined)
  }

  const count = (begunAt: number): void => {
    if (state.value !== 'recording') return
    seconds.value = Math.floor((now() - begunAt) / 1000)
    after(250, () => count(begunAt))
  }

  const record = async (): Promise<void> => {
    if (state.value !== 'idle' || sounds.value.length >= MOST_SOUNDS) return
    state.value = 'opening'
    trouble.value = ''
    removed.value = null
    let end: () => void = () => undefined
    ended = new Promise<void>((resolve) => (end = resolve))
    const finish = async (recorded: Recorded | null): Promise<void> => {
      state.value = 'keeping'
      if (recorded) await keep(recorded, now())
      else trouble.value = t('sound.nothing')
      state.value = 'idle'
      recording = null
      end()
    }
    const opened = await recordSound({
      part: keepHalf,
      end: (recorded) => void finish(recorded),
    })
    if (typeof opened === 'string') {
      trouble.value = t(`sound.failure.${opened}`)
      state.value = 'idle'
      end()
      return
    }
    recording = opened
    if (isGone) opened.stop()
    state.value = 'recording'
    count(now())
  }

  const stop = async (): Promise<void> => {
    recording?.stop()
    await ended
  }

  const remove = (sha256: string): void => {
    const at = sounds.value.findIndex((each) => each.sha256 === sha256)
    const sound = sounds.value[at]
    if (!sound) return
    removed.value = { sound, at }
    sounds.value = sounds.value.filter((each) => each !== sound)
  }
  const undo = (): void => {
    if (!removed.value) return
    const { sound, at } = removed.value
    sounds.value = [...sounds.value.slice(0, at), sound, ...sounds.value.slice(at)]
    removed.value = null
  }

  const forgetEnd = draft.endFirst(stop)
  onScopeDispose(() => {
    isGone = true
    forgetEnd()
    recording?.stop()
  })
  watch(draft.isReady, (isReady) => void (isReady ? findHalf() : undefined), { immediate: true })

  return { state, seconds, trouble, removed, record, stop, remove, undo }
}
