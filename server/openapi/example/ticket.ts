import { v5 } from 'uuid'
import type { ChangeId } from '../../../src/domain/id'
import { DAY, HOUR } from '../../../src/domain/instant'
import type { KindExample } from './kind-example'
import * as the from './names'
import { ROUND } from './patrol'

export const ticketExample: KindExample<'Ticket'> = {
  record: the.TICKET,
  acts: {
    receive: {
      ...{ act: 'receive', community: the.COMMUNITY, kind: 'hazard', gravity: 'ordinary' },
      ...{ urgent: false, title: '2号泵法兰滴水', words: '约每秒一滴', spot: '泵房进门右手' },
      ...{ place: the.PUMP_ROOM, facility: the.PUMP, home: null, caller: the.CALLER },
      origin: {
        ...{ by: 'round', round: ROUND, checkpoint: the.CHECKPOINT, visit: the.VISIT },
        item: 'pump-leak',
      },
      firstResponsible: the.ENGINEER,
      due: { at: the.NINE + 4 * HOUR, rule: 'hazard', version: 1 },
      sounds: [],
      photos: [the.PHOTO],
      fixed: null,
    },
    edit: { act: 'edit', fields: { urgent: { seen: false, meant: true } } },
    assign: { act: 'assign', from: 'received', to: the.STAFF, words: '请上午处理' },
    accept: { act: 'accept', from: 'assigned' },
    return: { act: 'return', from: 'assigned', words: '强电的活,请派电工' },
    transfer: { act: 'transfer', from: 'assigned', to: the.ENGINEER, words: '我今天休息' },
    offerFirst: { act: 'offerFirst', to: the.STAFF, words: '我下周休息' },
    takeFirst: { act: 'takeFirst' },
    refuseFirst: { act: 'refuseFirst', words: '手上已经很多' },
    addHelper: { act: 'addHelper', who: the.ENGINEER },
    dropHelper: { act: 'dropHelper', who: the.ENGINEER },
    putOff: {
      ...{ act: 'putOff', from: 'inProgress', why: 'parts', until: the.NINE + 2 * DAY },
      words: '垫片周四到货',
    },
    start: { act: 'start', from: 'accepted', words: '已到现场', photos: [] },
    resolve: { act: 'resolve', from: 'inProgress', words: '换了垫片', photos: [the.PHOTO] },
    tellOwner: {
      ...{ act: 'tellOwner', channel: 'phone', reached: true, words: '已告知处理结果' },
      nextWordAt: the.NINE + DAY,
    },
    verify: {
      ...{ act: 'verify', finding: 'partly', words: '只有西侧法兰漏', way: '换垫片,不停水' },
      ...{ workAt: the.NINE + DAY, photos: [] },
    },
    raise: {
      ...{ act: 'raise', reason: '影响多户用水', words: '三户来电', leader: the.STAFF },
      due: { at: the.NINE + HOUR, rule: 'majorToLeader', version: 1 },
    },
    heed: {
      ...{ act: 'heed', words: '我来协调', isOrdinary: false },
      due: { at: the.NINE + 4 * HOUR, rule: 'hazard', version: 1 },
    },
    recheck: {
      ...{ act: 'recheck', from: 'resolved', passed: false, words: '仍有渗水', photos: [] },
    },
    close: { act: 'close', from: 'resolved' },
    cancel: { act: 'cancel', from: 'received', words: '和另一件是同一处' },
    decline: { act: 'decline', from: 'received', words: '户内自用设施,可以帮您介绍师傅' },
    followUp: {
      ...{ act: 'followUp', channel: 'phone', answer: { solved: 'yes', score: 5 } },
      words: '泵房不滴水了',
    },
    proposeDecline: {
      ...{ act: 'proposeDecline', words: '户内自用设施,可以帮您介绍师傅' },
      clause: { id: the.CLAUSE, version: 1 },
    },
    confirmDecline: {
      ...{ act: 'confirmDecline', from: 'received' },
      proposal: v5('Ticket 1', the.TICKET) as ChangeId,
    },
    helpAnyway: { act: 'helpAnyway', words: '老人独居,顺手换了', clause: null },
    join: { act: 'join', from: 'inProgress', into: the.OTHER_TICKET },
    separate: { act: 'separate', from: 'closed' },
    takeIn: {
      act: 'takeIn',
      joined: [{ ticket: the.OTHER_TICKET, home: null, caller: null, with: null }],
    },
    takeOut: { act: 'takeOut', ticket: the.OTHER_TICKET },
    engage: {
      ...{ act: 'engage', from: 'inProgress', name: '恒通电梯', what: '更换门机皮带' },
      until: the.NINE + DAY,
    },
    release: { act: 'release', from: 'inProgress', words: '外单位做完了' },
    /** Takes the third step of the story back. */
    undo: { act: 'undo', change: v5('Ticket 2', the.TICKET) as ChangeId },
    reopen: { act: 'reopen', from: 'closed', words: '又滴水了', photos: [] },
    say: { act: 'say', words: '配件下午到', photos: [], sounds: [] },
    relocate: { act: 'relocate', community: the.COMMUNITY, place: the.BUILDING, home: null },
  },
  story: [
    ...([
      'receive',
      'proposeDecline',
      'assign',
      'edit',
      'accept',
      'start',
      'offerFirst',
      'addHelper',
      'say',
      'raise',
      'engage',
      'takeIn',
    ] as const),
    ...(['resolve', 'recheck', 'resolve', 'tellOwner', 'close', 'reopen', 'join'] as const),
  ],
}

export const callerExample: KindExample<'Caller'> = {
  record: the.CALLER,
  acts: {
    note: {
      act: 'note',
      caller: {
        ...{ id: the.CALLER, community: the.COMMUNITY, ticket: the.TICKET, name: '陈女士' },
        ...{ phone: '13800000000', words: '泵房一直在滴水', saidAt: the.NINE },
      },
    },
    dial: { act: 'dial' },
  },
  story: ['note', 'dial'],
}
