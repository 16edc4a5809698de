// @vitest-environment happy-dom
import { Blob } from 'node:buffer'
import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CheckpointVisitId } from '../../src/domain/checkpoint-visit'
import type { Place } from '../../src/domain/place'
import { dropDraft, readDraft, writeDraft } from '../../src/storage/draft'
import { refusedWork } from '../../src/storage/refused-work'
import { saveActs } from '../../src/storage/save-acts'
import { useCorrectRefused } from '../../src/stores/correct-refused'
import { useOwnerAsked } from '../../src/stores/owner-waits'
import { useSnap } from '../../src/stores/snap'
import { newId } from '../support/build/ids'
import { photoRef } from '../support/build/patrol'
import { soundRef } from '../support/build/sound'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

const { add } = IDBObjectStore.prototype
let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => {
  Object.assign(IDBObjectStore.prototype, { add })
  phone.close()
})

const open = async (here = phone) => {
  const snap = here.use(() =>
    useSnap((place, by) => `${place} ${by === 'photo' ? '随手拍' : '语音报事'}`),
  )
  await snap.draft.load()
  return snap
}
const shot = (digit: string) => ({
  blob: new Blob(['abc'], { type: 'image/webp' }) as unknown as globalThis.Blob,
  ref: photoRef(digit),
})

/** Does something in the midst of saving, when the change is about to be written. */
const whileSaving = (deed: () => void) => {
  const meanwhile = function (this: IDBObjectStore, ...args: Parameters<typeof add>) {
    if (this.name === 'outbox') deed()
    return add.apply(this, args)
  }
  Object.assign(IDBObjectStore.prototype, { add: meanwhile })
}

describe('a snap', () => {
  it('[EX6] says anew a ticket the server refused, and puts nothing over what is begun', async () => {
    const first = await open()
    first.words.value = '楼道积水'
    first.place.value = phone.estate.place.id
    const refused = await first.save()
    const [item] = await phone.database.outbox.where('state').equals('waiting').toArray()
    const { order = 0 } = item ?? {}
    await phone.database.outbox.update(order, { state: 'refused', outcome: null })
    await phone.database.tickets.delete(refused ?? '')
    const { mayCorrect, correct } = phone.use(() => useCorrectRefused())
    const [work] = (await refusedWork(phone.database)).refused
    if (!work) throw new Error('Nothing was refused.')
    expect(mayCorrect(work)).toBe(true)
    await writeDraft(phone.database, 'snap', { words: '别的事', photos: [] }, 1)
    expect(await correct(work)).toBe('begun')
    expect(await readDraft(phone.database, 'snap')).toMatchObject({ words: '别的事' })
    await dropDraft(phone.database, 'snap')
    expect(await correct(work)).toBe('/snap')
    const anew = await open()
    expect([anew.words.value, anew.place.value]).toEqual(['楼道积水', phone.estate.place.id])
    anew.words.value = '三楼楼道积水'
    expect(await anew.save()).not.toBeNull()
    const old = await phone.database.outbox.get(order)
    expect(old).toMatchObject({ state: 'putAway', replacedBy: expect.any(String) as string })
    const [sent] = await phone.database.outbox.where('state').equals('waiting').toArray()
    expect(sent?.change.act).toMatchObject({ title: '三楼楼道积水' })
  })

  it('[TK25] [PE1] agrees nothing with an owner for somebody who does not tell owners', async () => {
    const guard = {
      ...phone.phone,
      person: { ...phone.phone.person, roles: ['security'] as const },
    }
    Object.assign(phone.phone, guard)
    const snap = await open()
    snap.words.value = '楼道积水'
    snap.place.value = phone.estate.place.id
    snap.home.value = phone.estate.place.id
    snap.nextWord.value = String(at(18))
    const id = await snap.save()
    expect((await phone.database.tickets.get(id ?? ''))?.record.home).toBe(phone.estate.place.id)
    const sent = (await phone.database.outbox.toArray()).map(({ change }) => change)
    expect(sent.map(({ act }) => act.act)).toEqual(['receive'])
    expect(phone.use(() => useOwnerAsked(() => null)).value.times).toEqual([])
  })

  it('[TK25] names no home of another community than the place is in', async () => {
    const other: Place = { ...phone.estate.place, id: newId(), community: newId(), label: '9栋' }
    const laid = await saveActs(
      phone.database,
      [{ kind: 'Place', record: other.id, act: { act: 'lay', place: other } }],
      author(phone.phone.person.staff, 1),
    )
    expect(laid.ok).toBe(true)
    const snap = await open()
    const asked = phone.use(() => useOwnerAsked(() => snap.place.value))
    snap.words.value = '顶棚掉皮'
    snap.place.value = phone.estate.place.id
    snap.home.value = other.id
    await vi.waitFor(() => expect(snap.missing.value).toBe('home'))
    expect(asked.value.places.map(({ id }) => id)).toEqual([phone.estate.place.id])
    expect(await snap.save()).toBeNull()
    snap.home.value = phone.estate.place.id
    expect(await snap.save()).not.toBeNull()
  })

  it('[TK25] names the home that waits and when it hears, kept half done and saved with the ticket', async () => {
    const half = await open()
    half.words.value = '厨房顶上滴水'
    half.place.value = phone.estate.place.id
    half.home.value = phone.estate.place.id
    half.nextWord.value = String(at(18))
    await half.draft.save()
    const snap = await open()
    const id = await snap.save()
    const held = await phone.database.tickets.get(id ?? '')
    expect(held?.record).toMatchObject({ home: phone.estate.place.id, title: '厨房顶上滴水' })
    expect(held?.record.thread.at(-1)).toMatchObject({
      ...{ kind: 'told', channel: 'door', reached: true, nextWordAt: at(18) },
    })
    expect(await phone.database.outbox.count()).toBe(2)
  })

  it('[TK25] says nothing to nobody: without a home a time chosen before is none', async () => {
    const snap = await open()
    snap.words.value = '灯不亮'
    snap.place.value = phone.estate.place.id
    snap.nextWord.value = String(at(18))
    await snap.save()
    expect(await phone.database.outbox.count()).toBe(1)
  })

  it('[ST9] does not come back as a draft when its draft is written in the midst of saving', async () => {
    const snap = await open()
    snap.words.value = '灯不亮'
    snap.place.value = phone.estate.place.id
    const late: Promise<boolean>[] = []
    whileSaving(() => {
      snap.words.value = '灯不亮了'
      late.push(snap.draft.save(), snap.draft.keepPhoto(shot('d')))
    })
    expect(await snap.save()).not.toBeNull()
    await Promise.all(late)
    expect(late).toHaveLength(2)
    expect(await phone.database.drafts.toArray()).toEqual([])
  })

  it('[ST9] keeps what was typed while a save failed', async () => {
    const snap = await open()
    snap.words.value = '灯不亮'
    snap.place.value = phone.estate.place.id
    const late: Promise<boolean>[] = []
    whileSaving(() => {
      snap.words.value = '灯不亮了'
      late.push(snap.draft.save())
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await snap.save()).toBeNull()
    expect(snap.failure.value).toContain('手机空间满了')
    await Promise.all(late)
    const [kept, ...others] = await phone.database.drafts.toArray()
    expect(others).toEqual([])
    expect(kept?.value).toMatchObject({ words: '灯不亮了' })
    Object.assign(IDBObjectStore.prototype, { add })
    expect(await snap.save()).not.toBeNull()
    expect(await phone.database.drafts.count()).toBe(0)
  })

  it('[ST9] is one ticket, whatever is tapped before the next page is there', async () => {
    const snap = await open()
    snap.words.value = '灯不亮'
    snap.place.value = phone.estate.place.id
    const saved = await snap.save()
    expect(saved).not.toBeNull()
    expect(await snap.save()).toBe(saved)
    expect(await snap.addTo(newId())).toBe(saved)
    expect(await phone.database.tickets.count()).toBe(1)
    expect(await phone.database.outbox.count()).toBe(1)
  })

  it('is there again with its photo after the phone died, and becomes one ticket', async () => {
    const first = await open()
    const photo = shot('b')
    await first.draft.keepPhoto(photo)
    first.photos.value = [photo.ref]
    first.words.value = '井盖松动\n走上去会响'
    first.kind.value = 'hazard'
    await first.draft.save()
    phone = await phone.dieAndOpen()
    const snap = await open()
    expect(snap.words.value).toContain('井盖')
    expect(snap.missing.value).toBe('place')
    expect(await snap.save()).toBeNull()
    snap.place.value = phone.estate.place.id
    expect(await snap.save()).not.toBeNull()
    const [row, ...others] = await phone.database.tickets.toArray()
    expect(others).toEqual([])
    expect(row?.record).toMatchObject({
      ...{ title: '井盖松动', kind: 'hazard', place: phone.estate.place.id },
      ...{ origin: { by: 'staff' }, due: { rule: 'hazard' }, photos: [photo.ref] },
    })
    expect(await phone.database.photos.count()).toBe(1)
    expect(await phone.database.drafts.count()).toBe(0)
  })

  it('[TK14] goes with one tap, photo, voice and words, into a ticket that is open at the place', async () => {
    const first = await open()
    first.words.value = '灯不亮'
    first.place.value = phone.estate.place.id
    const ticket = await first.save()
    const snap = await open()
    snap.place.value = phone.estate.place.id
    await vi.waitFor(() => expect(snap.similar.value).toHaveLength(1))
    expect(snap.similar.value[0]?.id).toBe(ticket)
    expect(await snap.addTo(snap.similar.value[0]?.id ?? newId())).toBeNull()
    const [photo, sound] = [shot('c'), { ...shot('5'), ref: soundRef('5') }]
    await snap.draft.keepPhoto(photo)
    await snap.draft.keepPhoto(sound)
    snap.photos.value = [photo.ref]
    snap.sounds.value = [sound.ref]
    snap.words.value = '又暗了一盏 '
    expect(await snap.addTo(snap.similar.value[0]?.id ?? newId())).toBe(ticket)
    const [row, ...others] = await phone.database.tickets.toArray()
    expect(others).toEqual([])
    expect(row?.record.thread.at(-1)).toMatchObject({
      ...{ kind: 'said', words: '又暗了一盏', photos: [photo.ref], sounds: [sound.ref] },
    })
    expect((await phone.database.photos.toArray()).map(({ sha256 }) => sha256).sort()).toEqual(
      [photo.ref.sha256, sound.ref.sha256].sort(),
    )
    expect(await phone.database.drafts.count()).toBe(0)
  })

  it('[SO4] is enough as a voice note with a place, and its title says so', async () => {
    const snap = await open()
    const sound = { ...shot('5'), ref: soundRef('5') }
    await snap.draft.keepPhoto(sound)
    snap.sounds.value = [sound.ref]
    expect(snap.missing.value).toBe('place')
    snap.place.value = phone.estate.place.id
    await vi.waitFor(() => expect(snap.similar.value).toEqual([]))
    const ticket = await snap.save()
    expect((await phone.database.tickets.get(ticket ?? ''))?.record).toMatchObject({
      ...{ title: expect.stringContaining('语音报事') as string, words: '', sounds: [sound.ref] },
    })
    expect(await phone.database.photos.count()).toBe(1)
  })

  it('guesses where from the stop just looked at, says so, and may be corrected', async () => {
    const { pump, form, place, community } = phone.estate
    const told = {
      ...{ act: 'record' as const, community: community.id, round: phone.round },
      ...{ checkpoint: pump.id, form: form.id, answers: [], abnormal: 0 },
      checkIn: { by: 'qr' as const, at: at(8, 40) },
    }
    const record = newId<CheckpointVisitId>()
    await saveActs(
      phone.database,
      [{ kind: 'CheckpointVisit', record, act: told }],
      author(phone.phone.person.staff, at(8, 40)),
    )
    const snap = await open()
    await vi.waitFor(() => expect(snap.place.value).toBe(place.id))
    expect(snap.guessedBy.value).toBe('stop')
    snap.place.value = place.id
    expect(snap.guessedBy.value).toBeNull()
  })

  it('shows what is open at the place already, and a second tap saves nothing twice', async () => {
    const snap = await open()
    snap.words.value = '灯不亮'
    snap.place.value = phone.estate.place.id
    expect(snap.similar.value).toEqual([])
    await vi.waitFor(() => expect(snap.missing.value).toBeNull())
    const saved = await Promise.all([snap.save(), snap.save()])
    expect(saved.filter((id) => id !== null)).toHaveLength(1)
    const again = await open()
    again.place.value = phone.estate.place.id
    await vi.waitFor(() => expect(again.similar.value).toHaveLength(1))
    expect(again.words.value).toBe('')
  })
})
