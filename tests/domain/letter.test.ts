import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../src/domain/calendar-day'
import type { ChangeId, StaffId } from '../../src/domain/id'
import { fillTemplate, FIRST_TEMPLATE, marksLeft } from '../../src/domain/letter/first-template'
import {
  letterState,
  ownerLetterKind,
  type LetterId,
  type OwnerLetter,
  type OwnerLetterAct,
} from '../../src/domain/letter/letter'
import { letterText } from '../../src/domain/letter/paper'
import type { LetterSheet } from '../../src/domain/letter/sheet'
import { nameId, newId } from '../support/build/ids'

const [wang, zhou, chen] = [newId<StaffId>(), newId<StaffId>(), newId<StaffId>()]
const record = newId<LetterId>()
const sheet: LetterSheet = {
  ...{ salutation: '尊敬的 6栋2单元303 业主', body: '灯已换好。' },
  ...{ signer: '萌芽物业', datedOn: calendarDay(2026, 11, 24) },
}
const sha256 = 'a'.repeat(64)
let clock = 1

const take = (letter: OwnerLetter | null, act: OwnerLetterAct, by = wang) => {
  const context = { at: (clock += 1), by, change: newId<ChangeId>(), record, nameId }
  return ownerLetterKind.apply(letter, act, context)
}
const done = (letter: OwnerLetter | null, act: OwnerLetterAct, by = wang): OwnerLetter => {
  const result = take(letter, act, by)
  if (result.outcome !== 'applied') throw new Error(`${act.act} was ${result.outcome}`)
  return result.record
}
const written = () => done(null, { act: 'write', community: newId(), ticket: newId(), sheet })
const yes = (letter: OwnerLetter, act: 'endorse' | 'approve') =>
  ({ act, of: letter.written.change, sha256 }) as const
const send = (letter: OwnerLetter): Extract<OwnerLetterAct, { act: 'send' }> => ({
  ...{ act: 'send', of: letter.written.change, sha256, how: 'post', who: '王芳' },
  on: calendarDay(2026, 11, 25),
})
describe('a letter on its way to an owner', () => {
  it('[LE3] goes from draft to supervisor to manager to sent, each by name', () => {
    const draft = written()
    const endorsed = done(draft, yes(draft, 'endorse'), zhou)
    const ready = done(endorsed, yes(endorsed, 'approve'), chen)
    const sent = done(ready, send(ready))
    expect([draft, endorsed, ready, sent].map(letterState)).toEqual([
      ...['draft', 'endorsed', 'approved', 'sent'],
    ])
    expect(sent.thread.map(({ kind, by }) => [kind, by])).toEqual([
      ['endorsed', zhou],
      ['approved', chen],
      ['sent', wang],
    ])
  })

  it('[LE3] is no letter without its supervisor, and not sent without its manager', () => {
    const draft = written()
    for (const act of [yes(draft, 'approve'), send(draft)]) {
      const result = take(draft, act, chen)
      expect(result.outcome).toBe('noted')
      if (result.outcome === 'noted') expect(letterState(result.record)).toBe('draft')
    }
  })

  it('[LE3] sent back with words, or written anew, is a draft to be looked at again', () => {
    const draft = written()
    const back = done(
      done(draft, yes(draft, 'endorse'), zhou),
      { act: 'sendBack', of: draft.written.change, words: '写上楼层' },
      chen,
    )
    expect(letterState(back)).toBe('sentBack')
    const anew = done(back, {
      ...{ act: 'rewrite', of: draft.written.change },
      sheet: { ...sheet, body: '6 楼的灯已换好。' },
    })
    expect([letterState(anew), anew.earlier.length]).toEqual(['draft', 1])
    expect(anew.earlier[0]?.sheet.body).toBe('灯已换好。')
  })

  it('[LE4] a yes to a text that has gone on is kept as late, and counts for nothing', () => {
    const draft = written()
    const anew = done(draft, {
      ...{ act: 'rewrite', of: draft.written.change },
      sheet: { ...sheet, body: '另一稿' },
    })
    const late = take(anew, yes(draft, 'endorse'), zhou)
    expect(late.outcome).toBe('noted')
    if (late.outcome !== 'noted') return
    expect(letterState(late.record)).toBe('draft')
    expect(late.record.thread.at(-1)).toMatchObject({ kind: 'late', step: 'endorse', by: zhou })
  })

  it('[LE4] of two who write anew at once the second is kept beside, with all its words', () => {
    const draft = written()
    const of = draft.written.change
    const first = done(draft, { act: 'rewrite', of, sheet: { ...sheet, body: '甲稿' } }, zhou)
    const second = take(first, { act: 'rewrite', of, sheet: { ...sheet, body: '乙稿' } })
    expect(second.outcome).toBe('noted')
    if (second.outcome !== 'noted') return
    expect(second.record.sheet.body).toBe('甲稿')
    expect(second.record.thread.at(-1)).toMatchObject({ kind: 'late', sheet: { body: '乙稿' } })
  })

  it('[LE7] withdrawn takes no further step, and keeps what comes', () => {
    const gone = done(written(), { act: 'withdraw', reason: '当面说过了' })
    const result = take(gone, yes(gone, 'endorse'), zhou)
    expect(result.outcome).toBe('noted')
    if (result.outcome === 'noted') expect(letterState(result.record)).toBe('withdrawn')
  })

  it('[LE3] [LE4] is never sent but after both said yes to the very text, whatever comes in whatever order', () => {
    const names = ['rewrite', 'endorse', 'approve', 'sendBack', 'send', 'withdraw'] as const
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.boolean())), (steps) => {
        let letter = written()
        const first = letter.written.change
        for (const [name, isStale] of steps) {
          const of = isStale ? first : letter.written.change
          const acts: Record<(typeof names)[number], OwnerLetterAct> = {
            rewrite: { act: 'rewrite', of, sheet: { ...sheet, body: `第 ${clock} 稿` } },
            endorse: { act: 'endorse', of, sha256 },
            approve: { act: 'approve', of, sha256 },
            sendBack: { act: 'sendBack', of, words: '再改' },
            send: { ...send(letter), of },
            withdraw: { act: 'withdraw', reason: '不寄了' },
          }
          const result = take(letter, acts[name])
          if (result.outcome === 'refused') throw new Error('refused')
          expect(result.record.thread.length + result.record.earlier.length).toBe(
            letter.thread.length + letter.earlier.length + 1,
          )
          letter = result.record
        }
        if (letterState(letter) !== 'sent') return
        const own = letter.thread.filter(
          (entry) => 'of' in entry && entry.of === letter.written.change,
        )
        expect(own.slice(-3).map(({ kind }) => kind)).toEqual(['endorsed', 'approved', 'sent'])
      }),
    )
  })
})

describe('the text of a letter', () => {
  it('[LE4] differs with each field and with the letter, and with nothing else', () => {
    const texts = [
      letterText(record, sheet),
      letterText(newId(), sheet),
      ...(['salutation', 'body', 'signer'] as const).map((field) =>
        letterText(record, { ...sheet, [field]: 'x' }),
      ),
      letterText(record, { ...sheet, datedOn: calendarDay(2026, 11, 26) }),
    ]
    expect(new Set(texts).size).toBe(texts.length)
    const { body, ...rest } = sheet
    expect(letterText(record, { body, ...rest })).toBe(texts[0])
  })

  it('[LE2] is filled with what the ticket says, and keeps a mark where it says nothing', () => {
    const filled = fillTemplate(FIRST_TEMPLATE, {
      ...{ received: '2026年11月20日', matter: '楼道灯不亮', done: '', contact: '王芳' },
    })
    expect(filled).toContain('2026年11月20日反映的「楼道灯不亮」')
    expect(marksLeft(filled)).toEqual(['【处理情况】'])
  })
})
