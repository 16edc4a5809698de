// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shallowRef } from 'vue'
import { PHOTOS_LIMIT, type Photo } from '../../src/domain/photo'
import { beginMark, finishMark } from '../../src/domain/photo-mark'
import { failed, ok } from '../../src/domain/result'
import type { PhotoTaking, PhotoTrouble } from '../../src/stores/photo-taking'
import { useShots } from '../../src/stores/shots'
import { photoRef } from '../support/build/patrol'
import { PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => phone.close())

const numbered = (n: number): Photo => ({
  ...photoRef('a'),
  sha256: n.toString(16).padStart(64, '0'),
})

/** A camera whose pictures are their file's text: a number, or what goes wrong with it. */
const openShots = () => {
  const photos = shallowRef<readonly Photo[]>([])
  const log: string[] = []
  const state = { trouble: null as PhotoTrouble | null }
  const taking: PhotoTaking = {
    take: async (file, from, at) => {
      const text = await file.text()
      log.push(`take ${text} ${from ?? ''} ${at ?? ''}`)
      return state.trouble ? failed(state.trouble) : ok(numbered(Number(text)))
    },
    settle: () => {
      log.push(`settle ${photos.value.length}`)
      return Promise.resolve(true)
    },
    bytesOf: () => Promise.resolve(null),
    originalOf: () => null,
    restamp: (photo) => Promise.resolve(photo),
    mark: (sha256, marks) =>
      Promise.resolve(
        state.trouble ? failed(state.trouble) : ok(numbered(Number(`0x${sha256}`) + marks.length)),
      ),
    now: phone.phone.now,
  }
  return { ...phone.use(() => useShots(photos, taking)), photos, log, state }
}
const files = (...numbers: number[]) => numbers.map((n) => new Blob([String(n)]))

describe('shots in a row', () => {
  it('[PH1] keeps each before the next, and none is dropped while another is prepared', async () => {
    const shots = openShots()
    const first = shots.shoot(files(1))
    phone.tick.value += 5
    const second = shots.shoot(files(2, 3), 'gallery')
    expect(shots.waiting.value).toBe(3)
    await Promise.all([first, second])
    const taken = phone.tick.value
    expect(shots.log).toEqual([
      ...[`take 1 camera ${taken - 5}`, 'settle 1'],
      ...[`take 2 gallery ${taken}`, 'settle 2', `take 3 gallery ${taken}`, 'settle 3'],
    ])
    expect(shots.waiting.value).toBe(0)
  })

  it('[PH1] is settled only when the last shot is prepared and named', async () => {
    const shots = openShots()
    await shots.settled()
    void shots.shoot(files(1, 2))
    const marked = shots.mark(numbered(9).sha256, [])
    await shots.settled()
    expect(shots.photos.value).toEqual([numbered(1), numbered(2)])
    expect(shots.waiting.value).toBe(0)
    await marked
  })

  it('[PH1] has no picture twice, and gives back one taken out where it was', async () => {
    const shots = openShots()
    await shots.shoot(files(1, 2, 1, 3))
    const before = shots.photos.value
    expect(before).toHaveLength(3)
    shots.remove(numbered(2).sha256)
    expect(shots.photos.value).toHaveLength(2)
    expect(shots.hasRemoved.value).toBe(true)
    shots.undoRemove()
    expect(shots.photos.value).toEqual(before)
    expect(shots.hasRemoved.value).toBe(false)
  })

  it('[PH1] says so at the forty-first and takes it once there is room', async () => {
    const shots = openShots()
    await shots.shoot(files(...Array.from({ length: PHOTOS_LIMIT + 1 }, (_, n) => n + 1)))
    expect(shots.photos.value).toHaveLength(PHOTOS_LIMIT)
    expect(shots.troubles.value).toHaveLength(1)
    expect(shots.troubles.value[0]).toContain('40')
    shots.remove(numbered(1).sha256)
    await shots.retry()
    expect(shots.photos.value.at(-1)).toEqual(numbered(PHOTOS_LIMIT + 1))
    expect(shots.troubles.value).toEqual([])
  })

  it.each(['save.storage-full', 'photo.no-memory'] as const)(
    '[PH3] holds a shot that failed for %s until it can be kept',
    async (trouble) => {
      const shots = openShots()
      shots.state.trouble = trouble
      await shots.shoot(files(1, 2))
      expect(shots.photos.value).toEqual([])
      expect(shots.troubles.value).toHaveLength(1)
      expect(shots.hasUnkept.value).toBe(true)
      shots.state.trouble = null
      await shots.retry()
      expect(shots.photos.value).toEqual([numbered(1), numbered(2)])
      expect(shots.hasUnkept.value).toBe(false)
    },
  )

  it.each(['not-a-picture', 'empty', 'too-large', 'heic'] as const)(
    '[PH3] says of one that is %s why, and loses nothing else',
    async (why) => {
      const shots = openShots()
      await shots.shoot(files(1))
      shots.state.trouble = `photo.${why}`
      await shots.shoot(files(2))
      expect(shots.troubles.value[0]).toMatch(/\p{Script=Han}/u)
      expect(shots.photos.value).toEqual([numbered(1)])
      expect(shots.hasUnkept.value).toBe(false)
    },
  )

  it('[PH4] puts a photo with marks in the place of the one without, and back', async () => {
    const shots = openShots()
    await shots.shoot(files(1, 20, 30))
    const circle = finishMark(beginMark('circle', { x: 0.5, y: 0.5 }))
    await shots.mark(numbered(20).sha256, [circle])
    expect(shots.photos.value).toEqual([numbered(1), numbered(21), numbered(30)])
    expect(shots.log.at(-1)).toBe('settle 3')
    shots.state.trouble = 'save.storage-full'
    await shots.mark(numbered(21).sha256, [circle])
    expect(shots.photos.value).toEqual([numbered(1), numbered(21), numbered(30)])
    expect(shots.troubles.value).toHaveLength(1)
    expect(shots.waiting.value).toBe(0)
  })
})
