import { describe, expect, it } from 'vitest'
import type { CompanyId, DeviceId, StaffId } from '../../src/domain/id'
import { LIMITS } from '../../src/protocol/version'
import type { UnsentWork } from '../../src/protocol/unsent-work'
import { callsOf } from '../../src/sync/take-in-work'
import { openWork, packWork, type Taker } from '../../src/sync/work-file'
import { newId } from '../support/build/ids'
import { hashOf } from '../support/phone-parts'

const company = newId<CompanyId>()
const staff = newId<StaffId>()
const own: Taker = { company, staff, isAdministrator: false }

const changeOf = (words: string, group?: string): UnsentWork['changes'][number] => ({
  ...{ id: newId(), seq: 1, at: 1_790_000_000_000, clockOffset: 0, by: staff, kind: 'Ticket' },
  ...{ record: newId(), schema: 1, act: { act: 'say', words, photos: [] } },
  ...(group ? { group: group as never } : {}),
})

const workOf = async (bytes: readonly Blob[], over: Partial<UnsentWork> = {}) => {
  const photos = []
  for (const blob of bytes)
    photos.push({
      ...{ sha256: await hashOf(blob), type: 'image/webp', bytes: blob.size },
      takenAt: 1_790_000_000_000,
    })
  return {
    ...{ company: { id: company, name: '萌芽物业' }, staff: { id: staff, name: '李敏' } },
    ...{ device: newId<DeviceId>(), exportedAt: 1_790_000_000_000 },
    ...{ changes: [changeOf('泵房滴水')], refused: [], photos, drafts: [], ...over },
  } satisfies UnsentWork
}

const filled = (size: number, with_: number) => new Blob([new Uint8Array(size).fill(with_)])

describe('[EX2] a file of unsent work', () => {
  it('comes out as it went in: forty photos of 500 kB too', async () => {
    const bytes = Array.from({ length: 40 }, (_, index) => filled(500_000, index))
    const work = await workOf(bytes)
    const opened = await openWork(await packWork(work, bytes, hashOf), own, hashOf)
    if (!opened.ok) throw new Error(opened.error)
    expect(opened.value.work).toEqual(work)
    for (const [index, photo] of opened.value.photos.entries()) {
      expect(photo).toMatchObject({ ...work.photos[index], state: 'waiting' })
      expect(await hashOf(photo.blob)).toBe(photo.sha256)
    }
  })
})

describe('[EX4] a file that cannot be taken in', () => {
  const bytes = [filled(3_000, 7), filled(2_000, 8)]
  const packed = async (over: Partial<UnsentWork> = {}) =>
    packWork(await workOf(bytes, over), bytes, hashOf)
  const why = async (file: Blob, taker = own) => {
    const opened = await openWork(file, taker, hashOf)
    return opened.ok ? null : opened.error
  }
  const altered = async (file: Blob, at: number) => {
    const all = new Uint8Array(await file.arrayBuffer())
    all[at] = (all[at] ?? 0) ^ 1
    return new Blob([all])
  }

  it('is cut: wherever it ends too soon', async () => {
    const file = await packed()
    for (let at = 20; at < file.size; at += 97) expect(await why(file.slice(0, at))).toBe('cut')
    expect(await why(file.slice(0, file.size - 1))).toBe('cut')
  })

  it('is damaged: in its head, in a photo, or with something behind it', async () => {
    const file = await packed()
    for (const at of [300, file.size - 1, file.size - 2_500])
      expect(await why(await altered(file, at))).toBe('damaged')
    expect(await why(new Blob([file, 'x']))).toBe('damaged')
  })

  it('is damaged: a head with the right hash that is no JSON', async () => {
    const head = new Blob(['{"company":'])
    const lead = `mengya-unsent 2 ${head.size} ${await hashOf(head)}`
    expect(await why(new Blob([`${lead.padEnd(127)}\n`, head]))).toBe('damaged')
  })

  it('is damaged: with something begun where no form keeps anything, or pieces that are not in it', async () => {
    const begun = { key: 'snap', at: 1, value: {}, pieces: [] }
    const piece = { sha256: 'a'.repeat(64), type: 'image/webp', bytes: 5, value: { ref: {} } }
    for (const key of ['snap/photo/x', '', 'a//b', `snap/${'x'.repeat(300)}`])
      expect(await why(await packed({ drafts: [{ ...begun, key }] }))).toBe('damaged')
    expect(await why(await packed({ drafts: [{ ...begun, pieces: [piece] }] }))).toBe('cut')
    expect(await why(await packed({ drafts: [begun] }))).toBeNull()
  })

  it('of version 1, from before what is begun went along, is read', async () => {
    const { drafts: _, ...work } = await workOf([])
    const head = new Blob([JSON.stringify(work)])
    const lead = `mengya-unsent 1 ${head.size} ${await hashOf(head)}`
    expect(await why(new Blob([`${lead.padEnd(127)}\n`, head]))).toBeNull()
  })

  it('is none of ours, or newer than this app', async () => {
    const file = await packed()
    expect(await why(new Blob(['']))).toBe('not-ours')
    expect(await why(new Blob(['PK\u0003\u0004 something else']))).toBe('not-ours')
    const text = (await file.slice(0, 128).text()).replace('mengya-unsent 2', 'mengya-unsent 3')
    expect(await why(new Blob([text, file.slice(128)]))).toBe('newer')
    expect(await why(await packed({ changes: [{ ...changeOf('x'), schema: 99 }] }))).toBe('newer')
  })

  it('is another company’s, or a colleague’s unless an administrator takes it in', async () => {
    const file = await packed()
    const stranger: Taker = { ...own, staff: newId<StaffId>() }
    expect(await why(file, { ...own, company: newId<CompanyId>() })).toBe('other-company')
    expect(await why(file, stranger)).toBe('other-person')
    expect(await why(file, { ...stranger, isAdministrator: true })).toBeNull()
    const mixed = await packed({ changes: [{ ...changeOf('x'), by: newId<StaffId>() }] })
    expect(await why(mixed, { ...stranger, isAdministrator: true })).toBe('damaged')
  })
})

describe('[EX3] the calls that take it in', () => {
  it('hold 200 changes and a mebibyte at most, and cut no group', () => {
    const group = newId<string>()
    const long = '字'.repeat(20_000)
    const changes = [
      ...Array.from({ length: 199 }, () => changeOf('x')),
      ...[changeOf('a', group), changeOf('b', group)],
      ...Array.from({ length: 40 }, () => changeOf(long)),
    ]
    const calls = callsOf({ changes, device: newId<DeviceId>() })
    expect(calls.flat().map(({ id }) => id)).toEqual(changes.map(({ id }) => id))
    expect(calls[0]).toHaveLength(199)
    for (const call of calls) {
      expect(call.length).toBeLessThanOrEqual(LIMITS.changesPerCall)
      const body = new TextEncoder().encode(JSON.stringify({ changes: call }))
      expect(body.length).toBeLessThanOrEqual(LIMITS.bodyBytes)
      const inGroup = call.filter((change) => change.group === group)
      expect([0, 2]).toContain(inGroup.length)
    }
  })
})
