import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { after } from '../device/after'
import { whenLeaving } from '../device/leaving'
import type { CheckIn } from '../domain/checkpoint-visit'
import type { Answer } from '../domain/form/answer'
import type { ItemId } from '../domain/form/condition'
import { answersById } from '../domain/form/fill'
import type { Photo } from '../domain/photo'
import { draftKeys, readDraft, writeDraft } from '../storage/draft'
import type { PhotoToKeep } from '../storage/save-acts'
import { storageFailure, type StorageFailure } from '../storage/storage-failure'
import { usePhone } from './phone'

interface DraftValue {
  readonly checkIn: CheckIn | null
  readonly answers: readonly Answer[]
}

const SETTLE = 150

/**
 * [RD8] A stop being looked at. Every answer is in the database a moment after the tap, and a photo
 * before any answer names it, so a phone that dies loses at most the last word being typed.
 */
export const useCheckpointDraft = (round: string, checkpoint: string) => {
  const { database, now } = usePhone()
  const key = `visit/${round}/${checkpoint}`
  const checkIn = shallowRef<CheckIn | null>(null)
  const answers = shallowRef<readonly Answer[]>([])
  const photos = new Map<string, PhotoToKeep>()
  const isReady = ref(false)
  const failure = shallowRef<StorageFailure | null>(null)
  let settle: (() => void) | null = null
  let isClosed = false

  /** What the disk refuses is said on the screen; what was answered stays there. */
  const tried = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work()
      failure.value = null
    } catch (error) {
      failure.value = storageFailure(error)
    }
    return failure.value === null
  }

  const load = () =>
    tried(async () => {
      const draft = (await readDraft(database, key)) as DraftValue | undefined
      for (const each of await draftKeys(database, `${key}/photo/`)) {
        const kept = (await readDraft(database, each)) as PhotoToKeep | undefined
        if (kept) photos.set(kept.ref.sha256, kept)
      }
      checkIn.value = draft?.checkIn ?? null
      answers.value = draft?.answers ?? []
      isReady.value = true
    })

  const save = async (): Promise<boolean> => {
    settle?.()
    settle = null
    if (isClosed || !isReady.value) return true
    const value: unknown = JSON.parse(
      JSON.stringify({ checkIn: checkIn.value, answers: answers.value } satisfies DraftValue),
    )
    return tried(() => writeDraft(database, key, value, now()))
  }

  const flush = () => void (settle ? save() : undefined)

  watch(
    [checkIn, answers],
    () => {
      if (isReady.value && !isClosed) settle ??= after(SETTLE, () => void save())
    },
    { flush: 'sync' },
  )
  const stopListening = whenLeaving(flush)
  onScopeDispose(() => {
    stopListening()
    flush()
  })

  const byItem = computed(() => answersById(answers.value))

  const change = (item: ItemId, over: Partial<Answer>) => {
    const held = byItem.value.get(item) ?? { item, value: null }
    const others = answers.value.filter((answer) => answer.item !== item)
    answers.value = [...others, { ...held, ...over }]
  }

  const keepPhoto = async (photo: PhotoToKeep): Promise<boolean> => {
    const { sha256 } = photo.ref
    if (photos.has(sha256)) return true
    const isKept = await tried(() => writeDraft(database, `${key}/photo/${sha256}`, photo, now()))
    if (isKept) photos.set(sha256, photo)
    return isKept
  }

  return {
    ...{ checkIn, answers, byItem, isReady, failure, load, save, change, keepPhoto },
    photoBlob: (sha256: string): Blob | null => photos.get(sha256)?.blob ?? null,
    /** The photos still named by the draft, to be saved with the record. */
    photosOf: (named: readonly Photo[]): readonly PhotoToKeep[] =>
      named.flatMap(({ sha256 }) => photos.get(sha256) ?? []),
    draftKeysToDrop: (): readonly string[] => [
      key,
      ...[...photos.keys()].map((sha256) => `${key}/photo/${sha256}`),
    ],
    /** After the record is saved nothing of the draft may be written again. */
    close: () => {
      isClosed = true
      settle?.()
      settle = null
    },
  }
}

export type CheckpointDraft = ReturnType<typeof useCheckpointDraft>
