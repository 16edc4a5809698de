import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import type { Instant } from '../domain/instant'
import { PHOTOS_LIMIT, type Photo } from '../domain/photo'
import type { PhotoMark } from '../domain/photo-mark'
import type { PhotoOrigin } from './camera'
import type { PhotoTaking, PhotoTrouble } from './photo-taking'

interface Shot {
  readonly file: Blob
  readonly from: PhotoOrigin
  readonly at: Instant
}

/** What may go better a second time: room was made, other apps were closed. */
const RETRIED: readonly PhotoTrouble[] = [
  ...(['save.storage-full', 'save.storage-broken', 'photo.no-memory'] as const),
]

/**
 * [PH1] The photos of one thing, shot after shot: the shutter never waits for the picture before, each
 * is on the disk before the next is prepared, none is there twice, and what could not be kept is said
 * in words and held to be tried again.
 */
export const useShots = (photos: Ref<readonly Photo[]>, taking: PhotoTaking) => {
  const { t } = useI18n()
  const queue = shallowRef<readonly Shot[]>([])
  const unkept = shallowRef<readonly Shot[]>([])
  const troubles = ref<readonly string[]>([])
  const marking = ref(0)
  const removed = shallowRef<{ readonly photo: Photo; readonly at: number } | null>(null)
  let running: Promise<void> | null = null

  const say = (words: string) => {
    if (!troubles.value.includes(words)) troubles.value = [...troubles.value, words]
  }
  const takeOne = async (shot: Shot) => {
    if (photos.value.length >= PHOTOS_LIMIT) {
      say(t('error.photo.too-many', { most: PHOTOS_LIMIT }))
      unkept.value = [...unkept.value, shot]
      return
    }
    const photo = await taking.take(shot.file, shot.from, shot.at)
    if (!photo.ok) {
      say(t(`error.${photo.error}`))
      if (RETRIED.includes(photo.error)) unkept.value = [...unkept.value, shot]
    } else if (!photos.value.some(({ sha256 }) => sha256 === photo.value.sha256)) {
      photos.value = [...photos.value, photo.value]
      await taking.settle()
    }
  }
  const run = async () => {
    for (let [shot] = queue.value; shot; [shot] = queue.value) {
      await takeOne(shot)
      queue.value = queue.value.slice(1)
    }
    running = null
  }
  const add = (shots: readonly Shot[]): Promise<void> => {
    troubles.value = []
    removed.value = null
    queue.value = [...queue.value, ...shots]
    return (running ??= run())
  }

  const shoot = (files: readonly Blob[], from: PhotoOrigin = 'camera'): Promise<void> => {
    const at = taking.now()
    return add(files.map((file) => ({ file, from, at })))
  }
  const retry = (): Promise<void> => {
    const again = unkept.value
    unkept.value = []
    return add(again)
  }

  const remove = (sha256: string) => {
    const at = photos.value.findIndex((photo) => photo.sha256 === sha256)
    const photo = photos.value[at]
    if (!photo) return
    removed.value = { photo, at }
    photos.value = photos.value.filter((each) => each !== photo)
  }
  const undoRemove = () => {
    if (!removed.value) return
    const { photo, at } = removed.value
    photos.value = [...photos.value.slice(0, at), photo, ...photos.value.slice(at)]
    removed.value = null
  }

  /** The photo gives its place to the one with these marks. */
  const mark = async (sha256: string, marks: readonly PhotoMark[]) => {
    marking.value += 1
    troubles.value = []
    const marked = await taking.mark(sha256, marks)
    if (!marked.ok) say(t(`error.${marked.error}`))
    else if (photos.value.every((photo) => photo.sha256 !== marked.value.sha256)) {
      photos.value = photos.value.map((each) => (each.sha256 === sha256 ? marked.value : each))
      await taking.settle()
    }
    marking.value -= 1
  }

  /** Shots not prepared yet. */
  const waiting = computed(() => queue.value.length + marking.value)
  /** Once none is: what is saved then leaves no picture behind. */
  const settled = async (): Promise<void> => {
    if (waiting.value === 0) return
    await new Promise<void>((resolve) => {
      const stop = watch(
        waiting,
        (left) => {
          if (left > 0) return
          stop()
          resolve()
        },
        { flush: 'sync' },
      )
    })
  }

  const hasUnkept = computed(() => unkept.value.length > 0)
  const hasRemoved = computed(() => removed.value !== null)
  return {
    ...{ troubles, shoot, remove, undoRemove, retry, mark, originalOf: taking.originalOf },
    ...{ waiting, settled, hasUnkept, hasRemoved },
    /** All that a strip of photos being taken shows and does, for `v-bind`. */
    strip: computed(() => ({
      ...{ photos: photos.value, waiting: waiting.value, troubles: troubles.value },
      ...{ hasUnkept: hasUnkept.value, hasRemoved: hasRemoved.value },
      ...{ originalOf: taking.originalOf, onShot: shoot, onRemove: remove },
      ...{ onUndoRemove: undoRemove, onRetry: retry, onMark: mark },
    })),
  }
}

export type Shots = ReturnType<typeof useShots>
