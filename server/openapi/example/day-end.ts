import { v5 } from 'uuid'
import type { CalendarDay } from '../../../src/domain/calendar-day'
import { roundId } from '../../../src/domain/round-id'
import { weeklySheetId } from '../../../src/domain/weekly-sheet/weekly-sheet'
import { wrapUpId } from '../../../src/domain/wrap-up/wrap-up'
import type { KindExample } from './kind-example'
import * as the from './names'

const nameId = (space: string, name: string) => v5(name, space)
const MONDAY = '2026-11-23' as CalendarDay
const ROUND = roundId(the.PLAN, the.DAY, the.SLOT, nameId)

const signed = (name: string) => ({
  ...{ name, strokes: [[105, 300, 215, 282]], signedAt: the.NINE, picture: the.SIGNATURE },
})

export const wrapUpExample: KindExample<'WrapUp'> = {
  record: wrapUpId(the.STAFF, the.COMMUNITY, the.DAY, nameId),
  acts: {
    save: {
      ...{ act: 'save', community: the.COMMUNITY, staff: the.STAFF, day: the.DAY },
      lines: [
        {
          ...{ ticket: the.TICKET, status: 'putOff', told: 'told' },
          ...{ why: '等垫片', next: '周四到货就换,换好电话告知' },
        },
      ],
      promises: [
        { promise: the.PROMISE, fate: 'broken', why: '垫片没到货', next: '今晚打电话向业主说明' },
      ],
      ...{ open: 1, words: '今天接诉 1 件' },
    },
  },
  story: ['save'],
}

export const shiftHandoverExample: KindExample<'ShiftHandover'> = {
  record: the.HANDOVER,
  acts: {
    give: {
      ...{ act: 'give', community: the.COMMUNITY },
      to: { by: 'post', post: '监控中心', roles: ['security'] },
      signature: signed('李敏'),
      items: [
        { sort: 'key', name: '泵房钥匙', count: 2 },
        { sort: 'radio', name: '对讲机', count: 4 },
      ],
      renovators: [{ place: the.BUILDING, count: 3, words: '18:00 前离场' }],
      quiet: [{ place: the.BUILDING, words: '今晚请勿敲门' }],
      tickets: [{ ticket: the.TICKET, words: '等垫片,夜里看一次滴水' }],
      rounds: [{ round: ROUND, name: '设备间日巡', words: '还剩 2 点' }],
      words: '',
    },
    take: {
      ...{ act: 'take', from: 'waiting', taker: the.ENGINEER, signature: signed('赵强') },
      differences: [{ what: '对讲机', told: 4, found: 3, words: '一部在充电' }],
      words: '其余相符',
    },
    withdraw: { act: 'withdraw', from: 'waiting', words: '交错岗了' },
    say: { act: 'say', words: '第四部找到了' },
  },
  story: ['give', 'take', 'say'],
}

export const weeklySheetExample: KindExample<'WeeklySheet'> = {
  record: weeklySheetId(the.STAFF, the.COMMUNITY, MONDAY, nameId),
  acts: {
    send: {
      ...{ act: 'send', community: the.COMMUNITY, staff: the.STAFF, week: MONDAY },
      ...{ to: the.ENGINEER, signature: signed('李敏') },
      figures: [
        { figure: 'taken', value: 1 },
        { figure: 'open', value: 1 },
        { figure: 'promised', value: null },
      ],
      counted: [{ record: the.TICKET, in: ['taken', 'open'] }],
      reasons: [{ ticket: the.TICKET, words: '等垫片' }],
      words: '本周渗漏偏多',
    },
    read: { act: 'read' },
    say: { act: 'say', words: '下周一碰一下渗漏' },
  },
  story: ['send', 'read', 'say'],
}
