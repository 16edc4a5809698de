import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import { handoverKind } from '../../src/domain/handover/apply'
import type { HandoverAct, ShiftHandover } from '../../src/domain/handover/handover'
import { carriesPhone } from '../../src/domain/handover/carries-phone'
import { countedDifferences, namesPhone, waitsFor } from '../../src/domain/handover/question'
import type { StaffId } from '../../src/domain/id'
import type { ActContext } from '../../src/domain/record-kind'
import { nameId, newId } from '../support/build/ids'
import { signatureOf } from '../support/build/signature'

const [LI, WU, MA] = [newId<StaffId>(), newId<StaffId>(), newId<StaffId>()]
const RECORD = newId<string>()
type ActOf<Name extends HandoverAct['act']> = Extract<HandoverAct, { act: Name }>

const context = (at: number, by: StaffId): ActContext => ({
  ...{ at, by, change: newId(), record: RECORD, nameId },
})
const give = (over: Partial<ActOf<'give'>> = {}): ActOf<'give'> => ({
  ...{ act: 'give', community: newId<CommunityId>(), to: { by: 'person', staff: WU } },
  ...{ signature: signatureOf({ name: '李敏' }), words: '' },
  items: [
    { sort: 'key', name: '泵房钥匙', count: 2 },
    { sort: 'radio', name: '对讲机', count: 4 },
  ],
  ...{ renovators: [], quiet: [], tickets: [], rounds: [] },
  ...over,
})
const take = (over: Partial<ActOf<'take'>> = {}): ActOf<'take'> => ({
  ...{ act: 'take', from: 'waiting', taker: WU, signature: signatureOf({ name: '吴军' }) },
  ...{ differences: [], words: '' },
  ...over,
})
const applied = (record: ShiftHandover | null, act: HandoverAct, at: number, by: StaffId) => {
  const done = handoverKind.apply(record, act, context(at, by))
  if (done.outcome !== 'applied') throw new Error(done.outcome)
  return done.record
}
const post = { by: 'post', post: '监控中心', roles: ['security'] } as const

describe('a handover', () => {
  it('[HO1] goes to a person or a post, signed by whoever gives it', () => {
    for (const to of [{ by: 'person', staff: WU } as const, post]) {
      const given = applied(null, give({ to }), 1, LI)
      expect(v.is(handoverKind.record, given)).toBe(true)
      expect(given).toMatchObject({ status: 'waiting', giver: LI, to })
    }
  })

  it('[HO2] is for the whole community, so it names no telephone', () => {
    const given = applied(null, give(), 1, LI)
    expect(handoverKind.scopeOf(given)).toBe(`community:${given.community}`)
    for (const words of ['找陈女士 13812345678', '138 1234 5678', '138-1234-5678在等'])
      expect(namesPhone(words)).toBe(true)
    for (const words of ['工单 12345678', '18:00 前离场', '2026-11-24 门禁 138 户'])
      expect(namesPhone(words)).toBe(false)
  })

  it('[HO8] with a telephone in any word of it is kept as it is, and marked', () => {
    const given = applied(null, give(), 1, LI)
    expect(carriesPhone(given)).toBe(false)
    const renovators = [{ place: newId<never>(), count: 2, words: '工头 138 1234 5678' }]
    const marked = applied(null, give({ renovators }), 1, LI)
    expect(marked.renovators).toEqual(renovators)
    expect(carriesPhone(marked)).toBe(true)
    const said = applied(given, { act: 'say', words: '找13812345678' }, 2, LI)
    expect(carriesPhone(said)).toBe(true)
  })

  it('[HO3] is taken by nobody it was not meant for, and by nobody in another’s name', () => {
    const given = applied(null, give(), 1, LI)
    const tries = [
      [take({ taker: MA }), MA],
      [take({ taker: WU }), MA],
      [{ act: 'withdraw', from: 'waiting', words: '' }, MA],
    ] as const
    for (const [act, by] of tries) {
      const done = handoverKind.apply(given, act, context(2, by))
      expect(done).toMatchObject({ outcome: 'noted', why: 'proof-missing' })
      expect(done).toMatchObject({ record: { status: 'waiting' } })
    }
    expect(applied(given, take(), 2, WU).status).toBe('taken')
    const atPost = applied(null, give({ to: post }), 1, LI)
    expect(applied(atPost, take({ taker: MA }), 2, MA).status).toBe('taken')
  })

  it('[HO3] is taken on either phone, never by its giver and never unsigned', () => {
    const given = applied(null, give(), 1, LI)
    for (const by of [LI, WU]) {
      const taken = applied(given, take(), 2, by)
      expect(taken).toMatchObject({ status: 'taken', takenAt: 2, taking: { taker: WU } })
      expect(taken.thread.at(-1)).toMatchObject({ kind: 'taken', by })
    }
    const unsigned = { name: '吴军', strokes: [], signedAt: 2 }
    for (const act of [take({ taker: LI }), take({ signature: unsigned })])
      expect(handoverKind.apply(given, act, context(2, LI))).toMatchObject({
        ...{ outcome: 'noted', why: 'proof-missing', record: { status: 'waiting' } },
      })
    const confirmed = { ...unsigned, confirmed: true as const }
    expect(applied(given, take({ signature: confirmed }), 2, WU).status).toBe('taken')
  })

  it('[HO4] waits for whoever it names, or whoever stands at the post', () => {
    const named = applied(null, give(), 1, LI)
    expect(waitsFor(named, WU, ['security'])).toBe(true)
    expect(waitsFor(named, MA, ['security'])).toBe(false)
    const atPost = applied(null, give({ to: post }), 1, MA)
    expect(waitsFor(atPost, WU, ['security'])).toBe(true)
    expect(waitsFor(atPost, LI, ['steward'])).toBe(false)
    expect(waitsFor(atPost, MA, ['security'])).toBe(false)
    expect(waitsFor(applied(named, take(), 2, WU), WU, ['security'])).toBe(false)
  })

  it('[HO5] is the first taker’s; what came too late is kept with what was counted', () => {
    const taken = applied(applied(null, give({ to: post }), 1, LI), take(), 2, WU)
    const found = { what: '对讲机', told: 4, found: 3, words: '一部在充电' }
    const late = [
      take({ taker: MA, differences: [found], words: '我也点过' }),
      { act: 'withdraw', from: 'waiting', words: '交错了' } as const,
    ]
    for (const act of late) {
      const done = handoverKind.apply(taken, act, context(3, MA))
      expect(done).toMatchObject({ outcome: 'noted', why: 'came-too-late' })
      if (done.outcome !== 'noted') continue
      expect(done.record).toMatchObject({ status: 'taken', taking: { taker: WU } })
      expect(done.record.thread.at(-1)).toMatchObject({ kind: 'late', words: act.words })
    }
    expect(handoverKind.apply(taken, take({ from: 'taken' }), context(3, MA)).outcome).toBe(
      'refused',
    )
    const gone = applied(
      applied(null, give(), 1, LI),
      { act: 'withdraw', from: 'waiting', words: '交错了' },
      2,
      LI,
    )
    expect(handoverKind.apply(gone, take(), context(3, WU))).toMatchObject({ outcome: 'noted' })
    expect(handoverKind.apply(gone, give(), context(3, LI))).toMatchObject({ outcome: 'noted' })
  })

  it('[HO6] says with both numbers what was counted otherwise', () => {
    const { items } = give()
    expect(countedDifferences(items, {})).toEqual([])
    expect(countedDifferences(items, { 0: 2, 1: 3 })).toEqual([
      { what: '对讲机', told: 4, found: 3, words: '' },
    ])
    const taken = applied(applied(null, give(), 1, LI), take(), 2, WU)
    const said = applied(taken, { act: 'say', words: '第四部找到了' }, 3, LI)
    expect(said.thread.at(-1)).toMatchObject({ kind: 'said', words: '第四部找到了' })
  })
})
