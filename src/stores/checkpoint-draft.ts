import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { CheckIn } from '../domain/checkpoint-visit'
import type { Answer } from '../domain/form/answer'
import type { ItemId } from '../domain/form/condition'
import { answersById } from '../domain/form/fill'
import type { Photo } from '../domain/photo'
import { draftKeys, readDraft, writeDraft } from '../storage/draft'
import type { PhotoToKeep } from '../storage/save-acts'
import { usePhone } from './phone'

interface DraftValue {
  readonly checkIn: CheckIn | null
  readonly answers: readonly Answer[]
}

const SETTLE = 150

/**
 * A stop being looked at. Every answer is in the database a moment after the tap, photos at once, so
 * a phone that dies loses at most the last word being typed.
 */
export const useCheckpointDraft = (round: string, checkpoint: string) => {
  const { database, now } = usePhone()
  const key = `visit/${round}/${checkpoint}`
  const checkIn = shallowRef<CheckIn | null>(null)
  const answers = shallowRef<readonly Answer[]>([])
  const photos = new Map<string, PhotoToKeep>()
  const isReady = ref(false)
  let timer: ReturnType<typeof setTimeout> | null = null
  let isClosed = false

  const load = async () => {
    const draft = (await readDraft(database, key)) as DraftValue | undefined
    for (const each of await draftKeys(database, `${key}/photo/`)) {
      const kept = (await readDraft(database, each)) as PhotoToKeep | undefined
      if (kept) photos.set(kept.ref.sha256, kept)
    }
    if (draft) {
      checkIn.value = draft.checkIn
      answers.value = draft.answers
    }
    isReady.value = true
  }

  const save = async () => {
    if (timer) clearTimeout(timer)
    timer = null
    if (isClosed || !isReady.value) return
    const value = JSON.parse(
      JSON.stringify({ checkIn: checkIn.value, answers: answers.value }),
    ) as DraftValue
    await writeDraft(database, key, value, now())
  }

  const flush = () => void (timer ? save() : undefined)

  watch([checkIn, answers], () => {
    if (!isReady.value) return
    timer ??= setTimeout(() => void save(), SETTLE)
  })
  document.addEventListener('visibilitychange', flush)
  window.addEventListener('pagehide', flush)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', flush)
    window.removeEventListener('pagehide', flush)
    flush()
  })

  const byItem = computed(() => answersById(answers.value))

  const put = (answer: Answer) => {
    const others = answers.value.filter(({ item }) => item !== answer.item)
    answers.value = [...others, answer]
  }

  const change = (item: ItemId, over: Partial<Answer>) =>
    put({ ...(byItem.value.get(item) ?? { item, value: null }), ...over })

  const keepPhoto = async (photo: PhotoToKeep) => {
    photos.set(photo.ref.sha256, photo)
    await writeDraft(database, `${key}/photo/${photo.ref.sha256}`, photo, now())
  }

  /** The photos still named by the draft, to be saved with the record. */
  const photosOf = (named: readonly Photo[]): readonly PhotoToKeep[] =>
    named.flatMap(({ sha256 }) => photos.get(sha256) ?? [])

  const draftKeysToDrop = (): readonly string[] => [
    key,
    ...[...photos.keys()].map((sha256) => `${key}/photo/${sha256}`),
  ]

  /** After the record is saved nothing of the draft may be written again. */
  const close = () => {
    isClosed = true
    if (timer) clearTimeout(timer)
  }

  return {
    ...{ checkIn, answers, byItem, isReady, load, save, put, change, keepPhoto, photosOf },
    ...{ draftKeysToDrop, close },
  }
}
