import { v5 } from 'uuid'
import type { CalendarDay } from '../../../src/domain/calendar-day'
import type { ChangeId } from '../../../src/domain/id'
import { ownerFileId, type OwnerFileId } from '../../../src/domain/owner/owner-file'
import type { KindExample } from './kind-example'
import * as the from './names'

const RECORD = ownerFileId(the.PERSON, the.BUILDING, (space, name) => v5(name, space))
/** The change that put the paper in, as the story tells it. */
const PAPER = v5('OwnerFile 6', RECORD) as ChangeId
const OTHER = v5('another file', RECORD) as OwnerFileId
const day = (text: string) => text as CalendarDay
const terms = { relation: 'owner', share: 50, since: day('2019-06-01'), until: null } as const

export const ownerFileExample: KindExample<'OwnerFile'> = {
  record: RECORD,
  acts: {
    open: {
      ...{ act: 'open', person: the.PERSON, community: the.COMMUNITY, building: the.BUILDING },
      ...{ name: '陈素琴', address: '陈老师', household: 2, occupation: '退休教师' },
      ...{ phones: ['13800000000'], plates: [], pets: '一只猫', language: '', hours: '上午' },
      care: {
        ...{ when: ['power', 'lift'], need: '在家用制氧机,停电先打电话' },
        ...{ callName: '女儿', callPhone: '13900000000' },
        ...{ agreedOn: day('2026-06-01'), expiresOn: day('2027-06-01') },
      },
      ...{ purpose: '物业服务联系', consent: 'written', consentOn: day('2026-06-01') },
      ties: [{ home: the.HOME, ...terms }],
    },
    amend: { act: 'amend', fields: { hours: { seen: '上午', meant: '下午三点以后' } } },
    tie: { act: 'tie', home: the.HOME, seen: terms, meant: { ...terms, share: 100 } },
    leave: { act: 'leave', home: the.HOME, on: the.DAY },
    comeBack: { act: 'comeBack', home: the.HOME },
    withdraw: { act: 'withdraw' },
    note: { act: 'note', words: '请从南门送货,北门台阶高' },
    withdrawNote: {
      ...{ act: 'withdrawNote', note: v5('OwnerFile 2', RECORD) as ChangeId },
      why: '北门修了坡道',
    },
    dial: { act: 'dial', tail: '0000' },
    reveal: { act: 'reveal', tail: '0000', why: '手机打不出去,用座机打', minutes: 5 },
    paper: {
      ...{ act: 'paper', sort: 'renovation', title: '装修许可', on: the.DAY, until: null },
      ...{ agreed: true, photos: [] },
    },
    withdrawPaper: {
      ...{ act: 'withdrawPaper', paper: PAPER, why: '装修取消了' },
    },
    look: { act: 'look', paper: PAPER, why: '核对装修范围', minutes: 5 },
    settle: { act: 'settle', of: v5('OwnerFile 2', RECORD) as ChangeId, part: 'hours' },
    handOut: { act: 'handOut', how: 'paper', why: '本人到前台要的' },
    mergeInto: { act: 'mergeInto', into: OTHER },
    separate: { act: 'separate' },
  },
  story: [
    ...(['open', 'amend', 'note', 'withdrawNote', 'dial', 'reveal', 'paper', 'look'] as const),
    ...(['withdrawPaper', 'settle', 'handOut', 'leave', 'mergeInto', 'separate'] as const),
  ],
}
