import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { after } from '../device/after'
import { whenLeaving } from '../device/leaving'
import type { Attachment } from '../domain/attachment'
import type { PhotoMark } from '../domain/photo-mark'
import { draftKeys, readDraft, writeDraft } from '../storage/draft'
import { setDraftAside } from '../storage/set-draft-aside'
import type { AttachmentToKeep, PhotoToKeep } from '../storage/save-acts'
import { storageFailure, type StorageFailure } from '../storage/storage-failure'
import { useBusy } from './busy'
import type { PhotoOrigin } from './camera'
import { usePhone } from './phone'
import { withRoom } from './room'
import { showDraft, type Kept } from './show-draft'

/** A photo in a draft, and how it came to be, so that it can be drawn and stamped anew. */
export interface KeptPhoto extends PhotoToKeep {
  readonly where?: string
  readonly from?: PhotoOrigin
  /** One with marks says of which other. */
  readonly drawn?: { readonly of: string; readonly marks: readonly PhotoMark[] }
}

type KeptAttachment = KeptPhoto | AttachmentToKeep
const isPhoto = (kept: KeptAttachment): kept is KeptPhoto => 'preview' in kept.ref
const isAttachment = (kept: unknown): kept is KeptAttachment =>
  typeof (kept as Partial<KeptAttachment> | undefined)?.ref?.sha256 === 'string'

const SETTLE = 150

/**
 * [RD8] Something begun. Every answer is in the database a moment after the tap, and a photo before
 * anything names it, so a phone that dies loses at most the last word being typed.
 */
export const useKeptDraft = <Value>(key: string, kept: Kept<Value>) => {
  const { database, now } = usePhone()
  const photos = new Map<string, KeptAttachment>()
  const isReady = ref(false)
  const failure = shallowRef<StorageFailure | null>(null)
  let settle: (() => void) | null = null
  let isClosed = false
  let writing: Promise<unknown> = Promise.resolve()
  let handing: Promise<unknown> | null = null
  let handedIn: { readonly ok: boolean } | null = null
  const letGo = useBusy().hold()
  const unfinished = new Set<() => Promise<void>>()

  /** What the disk refuses is said on the screen; what was answered stays there. */
  const tried = async (work: () => Promise<void>): Promise<boolean> => {
    failure.value = await withRoom<StorageFailure>({ database, now }, async () => {
      try {
        await work()
        return null
      } catch (error) {
        return storageFailure(error)
      }
    })
    return failure.value === null
  }

  const load = () =>
    tried(async () => {
      const draft = await readDraft(database, key)
      for (const each of await draftKeys(database, `${key}/photo/`)) {
        const photo = await readDraft(database, each)
        if (isAttachment(photo)) photos.set(photo.ref.sha256, photo)
      }
      if (draft !== undefined && !showDraft(kept, draft)) await setDraftAside(database, key, now())
      isReady.value = true
    })

  const write = (at: string, value: unknown): Promise<boolean> => {
    const written = tried(() => writeDraft(database, at, value, now()))
    writing = Promise.all([writing, written])
    return written
  }

  const save = async (): Promise<boolean> => {
    settle?.()
    settle = null
    await handing
    if (isClosed || !isReady.value) return true
    return write(key, JSON.parse(JSON.stringify(kept.read())))
  }

  const flush = () => void (settle ? save() : undefined)

  watch(
    kept.read,
    () => {
      if (isReady.value && !isClosed) settle ??= after(SETTLE, () => void save())
    },
    { flush: 'sync' },
  )
  const stopListening = whenLeaving(flush)
  onScopeDispose(() => {
    stopListening()
    letGo()
    flush()
  })

  const keepPhoto = async (photo: KeptAttachment): Promise<boolean> => {
    const { sha256 } = photo.ref
    if (photos.has(sha256)) return true
    await handing
    const isKept = !isClosed && (await write(`${key}/photo/${sha256}`, photo))
    if (isKept) photos.set(sha256, photo)
    return isKept
  }

  const keysToDrop = (): readonly string[] => [
    key,
    ...[...photos.keys()].map((sha256) => `${key}/photo/${sha256}`),
  ]

  /** After the record is saved nothing of the draft may be written again. */
  const close = () => {
    isClosed = true
    letGo()
    settle?.()
    settle = null
  }

  /**
   * [ST9] The record takes the draft's place. Writes begun before are waited for and none begins
   * meanwhile, or it would bring back what is saved already; saved or not, they go on afterwards.
   * Tapped again before the page is left, nothing is saved twice: what was answered is the answer.
   */
  const handIn = async <Saved extends { readonly ok: boolean }>(
    saveRecord: (dropDrafts: readonly string[]) => Promise<Saved>,
  ): Promise<Saved> => {
    await handing
    if (handedIn) return handedIn as Saved
    let end: () => void = () => undefined
    handing = new Promise<void>((resolve) => (end = resolve))
    try {
      await writing
      const saved = await saveRecord(keysToDrop())
      if (saved.ok) {
        handedIn = saved
        close()
      }
      return saved
    } finally {
      handing = null
      end()
    }
  }

  return {
    ...{ key, isReady, failure, load, save, keepPhoto },
    /** Something still under way, a recording say, is brought to its end before the record is saved. */
    endFirst: (end: () => Promise<void>): (() => void) => {
      unfinished.add(end)
      return () => unfinished.delete(end)
    },
    endUnfinished: async (): Promise<void> => {
      await Promise.all([...unfinished].map((end) => end()))
    },
    photo: (sha256: string): KeptPhoto | null => {
      const kept = photos.get(sha256)
      return kept && isPhoto(kept) ? kept : null
    },
    photoBlob: (sha256: string): Blob | null => photos.get(sha256)?.blob ?? null,
    /** The photos and sounds still named by the draft, to be saved with the record. */
    photosOf: (named: readonly Attachment[]): readonly AttachmentToKeep[] =>
      named.flatMap(({ sha256 }) => photos.get(sha256) ?? []),
    handIn,
  }
}

export type KeptDraft = ReturnType<typeof useKeptDraft>
