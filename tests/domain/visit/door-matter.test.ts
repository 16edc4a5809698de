import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../../src/domain/calendar-day'
import type { Form } from '../../../src/domain/form/form'
import type { ChangeId } from '../../../src/domain/id'
import {
  isCurrent,
  ownerNoticeKind,
  type OwnerNotice,
  type OwnerNoticeAct,
} from '../../../src/domain/notice/notice'
import { communityScope } from '../../../src/domain/scope'
import { answersKept, countAnswers, questionsOf } from '../../../src/domain/visit/asked'
import { feeSaidOf } from '../../../src/domain/visit/fee'
import { noticesFor } from '../../../src/domain/visit/handed'
import { nameId, newId } from '../../support/build/ids'
import { doVisit, visited } from '../../support/build/visit'

const today = calendarDay(2026, 11, 24)
const post = (from = today, until = today): OwnerNoticeAct => ({
  ...{ act: 'post', community: newId(), title: '水箱清洗', words: '请提前存水', from, until },
})
const doNotice = (notice: OwnerNotice | null, act: OwnerNoticeAct, change = newId<ChangeId>()) =>
  ownerNoticeKind.apply(notice, act, {
    ...{ at: 1, by: newId(), change, record: notice?.id ?? newId(), nameId },
  })
const noticeOf = (act = post()): OwnerNotice => {
  const made = doNotice(null, act)
  if (made.outcome !== 'applied') throw new Error(made.outcome)
  return made.record
}

describe('a notice to owners', () => {
  it('[VI19] is written once, withdrawn once with its reason, and never ends before it begins', () => {
    const change = newId<ChangeId>()
    const one = doNotice(null, post(), change)
    if (one.outcome !== 'applied') throw new Error(one.outcome)
    expect(doNotice(one.record, post(), change)).toEqual(one)
    expect(doNotice(one.record, post()).outcome).toBe('noted')
    expect(doNotice(null, post(today, calendarDay(2026, 11, 23))).outcome).toBe('refused')
    const gone = doNotice(one.record, { act: 'withdraw', reason: '改期' })
    if (gone.outcome !== 'applied') throw new Error(gone.outcome)
    const again = doNotice(gone.record, { act: 'withdraw', reason: '我也要改' })
    expect(again.outcome).toBe('noted')
    expect(isCurrent(one.record, today)).toBe(true)
    expect(isCurrent(gone.record, today)).toBe(false)
    expect(isCurrent(one.record, calendarDay(2026, 11, 25))).toBe(false)
    expect(ownerNoticeKind.scopeOf(one.record)).toBe(communityScope(one.record.community))
  })

  it('[VI19] is handed over once at each home, by a visit that counts', () => {
    const [one, other] = [noticeOf(), noticeOf(post(today, calendarDay(2026, 11, 30)))]
    expect(noticesFor([other, one], [], today)).toEqual([one, other])
    const handed = visited(1, { handed: [one.id] })
    expect(noticesFor([one, other], [handed], today)).toEqual([other])
    const voided = doVisit(handed, { act: 'void', reason: '记错了' }, 2)
    if (voided.outcome !== 'applied') throw new Error(voided.outcome)
    expect(noticesFor([one], [voided.record], today)).toEqual([one])
  })
})

describe('what was said of fees', () => {
  const said = (at: number, reason: 'quality' | 'paid') =>
    visited(at, { fee: { reason, words: '', payOn: null } })

  it('[VI20] is what was said last, until they say they have paid', () => {
    expect(feeSaidOf([visited(1)])).toBeNull()
    expect(feeSaidOf([said(2, 'quality'), visited(3)])?.visit.made.at).toBe(2)
    expect(feeSaidOf([said(2, 'quality'), said(3, 'paid')])).toBeNull()
    expect(feeSaidOf([said(4, 'quality'), said(3, 'paid')])?.said.reason).toBe('quality')
  })
})

describe('a questionnaire at the door', () => {
  const base = { required: false, safety: false }
  const options = [
    { id: 'good', label: '好', abnormal: false },
    { id: 'bad', label: '不好', abnormal: true },
  ]
  const form = {
    id: newId(),
    items: [
      { ...base, id: 'clean', title: '卫生', kind: 'choice', options },
      {
        ...{ ...base, id: 'why', title: '哪里不好', kind: 'text', long: false },
        when: { all: [{ item: 'clean', is: 'equal', value: 'bad' }] },
      },
      { ...base, id: 'name', title: '签名', kind: 'signature' },
    ],
  } as unknown as Form

  it('[VI21] asks what stands, and keeps no answer to what does not', () => {
    const bad = { item: 'clean', value: 'bad' }
    const why = { item: 'why', value: '楼道' }
    expect(questionsOf(form, []).map(({ id }) => id)).toEqual(['clean'])
    expect(questionsOf(form, [bad]).map(({ id }) => id)).toEqual(['clean', 'why'])
    expect(answersKept(form, [why, bad])).toEqual([bad, why])
    expect(answersKept(form, [why, { ...bad, value: 'good' }])).toEqual([{ ...bad, value: 'good' }])
  })

  it('[VI21] counts each answer, of several each, and none that was voided', () => {
    const answered = (value: string | string[]) =>
      visited(1, { asked: { form: form.id, answers: [{ item: 'clean', value }] } })
    const voided = doVisit(answered('bad'), { act: 'void', reason: '记错了' }, 2)
    if (voided.outcome !== 'applied') throw new Error(voided.outcome)
    const visits = [answered('good'), answered(['good', 'bad']), voided.record, visited(3)]
    expect(countAnswers({ id: 'clean' }, visits)).toEqual([
      { value: 'good', count: 2 },
      { value: 'bad', count: 1 },
    ])
  })
})
