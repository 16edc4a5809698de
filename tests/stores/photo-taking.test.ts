// @vitest-environment happy-dom
import { Blob } from 'node:buffer'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref, shallowRef } from 'vue'
import type { PhotoDone, PhotoJob } from '../../src/device/photo/photo-job'
import type { Photo } from '../../src/domain/photo'
import { beginMark, finishMark } from '../../src/domain/photo-mark'
import { useKeptDraft } from '../../src/stores/kept-draft'
import { usePhotoTaking } from '../../src/stores/photo-taking'
import { at, PatrolPhone } from '../support/patrol-phone'

/** Where a browser would draw: what comes out says what was drawn, on which picture. */
const jobs: PhotoJob[] = []
let isBroken = false
class DrawingWorker extends EventTarget {
  async postMessage(job: PhotoJob): Promise<void> {
    jobs.push(job)
    const picture = (await job.file.text()).split('|').at(0) ?? ''
    const text = [picture, ...job.stamp, `${job.marks?.length ?? 0} marks`].join('|')
    const blob = new Blob([text], { type: 'image/webp' }) as unknown as globalThis.Blob
    const preview = 'data:image/webp;base64,AA=='
    const done: PhotoDone = isBroken
      ? { ok: false, why: 'no-memory' }
      : { ok: true, blob, width: 16, height: 9, preview, likeness: 'ffff' }
    this.dispatchEvent(new MessageEvent('message', { data: done }))
  }
  terminate(): void {
    // Nothing runs here that could go on.
  }
}

let phone: PatrolPhone
beforeEach(async () => {
  jobs.length = 0
  isBroken = false
  vi.stubGlobal('Worker', DrawingWorker)
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => {
  vi.unstubAllGlobals()
  phone.close()
})

/** A draft whose place is only guessed while its photos are taken. */
const open = async () => {
  const place = ref('')
  const photos = shallowRef<readonly Photo[]>([])
  const { draft, taking } = phone.use(() => {
    const kept = useKeptDraft<readonly Photo[]>('snap', {
      read: () => photos.value,
      write: (value) => (photos.value = value),
    })
    return { draft: kept, taking: usePhotoTaking(kept, () => place.value) }
  })
  await draft.load()
  const take = async (): Promise<Photo> => {
    const taken = await taking.take(new Blob(['井盖']) as unknown as globalThis.Blob)
    if (!taken.ok) throw new Error(taken.error)
    return taken.value
  }
  const textOf = async (photo: Photo) => (await draft.photoBlob(photo.sha256)?.text()) ?? ''
  return { place, taking, take, textOf }
}

describe('[PH2] the stamp of a photo when it is saved', () => {
  it('says the place that was chosen since, and the instant at which it was taken', async () => {
    const { place, taking, take, textOf } = await open()
    const photo = await take()
    expect(await textOf(photo)).not.toContain('3栋')
    phone.tick.value = at(9, 20)
    place.value = '3栋'
    const anew = await taking.restamp(photo)
    expect(anew.sha256).not.toBe(photo.sha256)
    expect(await textOf(anew)).toContain('3栋 · 李敏')
    expect(await textOf(anew)).toContain('09:00')
    expect([anew.takenAt, anew.likeness]).toEqual([photo.takenAt, photo.likeness])
    expect(await taking.restamp(anew)).toBe(anew)
  })

  it('is left alone where the place is the one burnt in', async () => {
    const { place, taking, take } = await open()
    place.value = '3栋'
    const photo = await take()
    expect(await taking.restamp(photo)).toBe(photo)
    expect(jobs).toHaveLength(1)
  })

  it('[PH4] keeps what was drawn, and is drawn on the first picture and never on a drawing', async () => {
    const { place, taking, take, textOf } = await open()
    const photo = await take()
    const circle = finishMark(beginMark('circle', { x: 0.5, y: 0.5 }))
    const drawn = await taking.mark(photo.sha256, [circle])
    if (!drawn.ok) throw new Error(drawn.error)
    place.value = '3栋'
    const anew = await taking.restamp(drawn.value)
    expect(await textOf(anew)).toMatch(/^井盖\|3栋 · 李敏\|.*\|1 marks$/)
    expect(await jobs.at(-1)?.file.text()).toBe(await textOf(photo))
    expect(taking.originalOf(anew.sha256)).toMatchObject({ original: { ref: photo } })
  })

  it('stays as it was where it cannot be written anew, and where it is not the draft’s', async () => {
    const { place, taking, take } = await open()
    const photo = await take()
    place.value = '3栋'
    isBroken = true
    expect(await taking.restamp(photo)).toBe(photo)
    const strange = { ...photo, sha256: 'f'.repeat(64) }
    expect(await taking.restamp(strange)).toBe(strange)
  })
})
