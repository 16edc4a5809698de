import { v5 } from 'uuid'
import type { Checkpoint } from '../../../src/domain/checkpoint'
import type { Form } from '../../../src/domain/form/form'
import { HOUR, SECOND } from '../../../src/domain/instant'
import type { PatrolPlan } from '../../../src/domain/patrol-plan'
import { roundId } from '../../../src/domain/round-id'
import type { Route } from '../../../src/domain/route'
import type { KindExample } from './kind-example'
import * as the from './names'

const form: Form = {
  id: the.FORM_VERSION,
  form: the.FORM,
  version: 1,
  purpose: 'checklist',
  title: '消防每日巡查',
  source: 'GA 654-2006 6.2',
  items: [
    {
      ...{ id: 'pump-leak', title: '泵体无渗漏', required: true, safety: true },
      ...{ kind: 'verdict', onAbnormal: { photo: true, words: true } },
    },
    {
      ...{ id: 'pressure', title: '出口压力', required: true, safety: false },
      ...{ kind: 'number', unit: 'MPa', decimals: 2, least: 0.4, most: 0.8 },
    },
  ],
}

const checkpoint: Checkpoint = {
  id: the.CHECKPOINT,
  community: the.COMMUNITY,
  name: '消防泵房',
  place: the.PUMP_ROOM,
  facility: the.PUMP,
  form: the.FORM,
  token: 'Zx81kQ0bT4mPq7sV',
  position: { latitude: 31.2304, longitude: 121.4737, within: 30 },
}

const route: Route = {
  id: the.ROUTE,
  community: the.COMMUNITY,
  name: '消防线',
  order: 'fixed',
  stops: [the.CHECKPOINT],
}

const plan: PatrolPlan = {
  id: the.PLAN,
  community: the.COMMUNITY,
  name: '消防每日巡查',
  route: the.ROUTE,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  slots: [{ key: the.SLOT, name: '白班', opens: 480, closes: 720 }],
  roles: ['security'],
  walkers: null,
  from: the.DAY,
  until: null,
  windows: [{ checkpoint: the.CHECKPOINT, by: 'opening', from: 30, until: 90 }],
  spacing: { rounds: 120, visits: 60 },
}

export const ROUND = roundId(the.PLAN, the.DAY, the.SLOT, (space, name) => v5(name, space))

export const formExample: KindExample<'Form'> = {
  record: the.FORM_VERSION,
  acts: { publish: { act: 'publish', form } },
  story: ['publish'],
}

export const checkpointExample: KindExample<'Checkpoint'> = {
  record: the.CHECKPOINT,
  acts: {
    set: { act: 'set', checkpoint },
    amend: { act: 'amend', checkpoint: { ...checkpoint, name: '地下消防泵房' } },
    replaceToken: { act: 'replaceToken', token: 'Nn92mR1cU5nQr8tW', reason: '标签被人拍走了' },
    locate: {
      ...{ act: 'locate', latitude: 31.230412, longitude: 121.473702, within: 30 },
      ...{ accuracy: 6, fixes: 5 },
    },
  },
  story: ['set', 'amend', 'replaceToken', 'locate'],
}

export const routeExample: KindExample<'Route'> = {
  record: the.ROUTE,
  acts: {
    draw: { act: 'draw', route },
    amend: { act: 'amend', route: { ...route, order: 'any' } },
  },
  story: ['draw', 'amend'],
}

export const patrolPlanExample: KindExample<'PatrolPlan'> = {
  record: the.PLAN,
  acts: {
    plan: { act: 'plan', plan },
    amend: { act: 'amend', plan: { ...plan, walkers: [the.STAFF] } },
  },
  story: ['plan', 'amend'],
}

const asked = {
  ...{ community: the.COMMUNITY, plan: the.PLAN, day: the.DAY, slot: the.SLOT },
  ...{ route: the.ROUTE, name: '消防每日巡查 · 白班', order: 'fixed' as const },
  ...{ opensAt: the.NINE - HOUR, closesAt: the.NINE + 3 * HOUR },
  stops: [{ checkpoint: the.CHECKPOINT, form: the.FORM_VERSION }],
}

export const roundExample: KindExample<'Round'> = {
  record: ROUND,
  acts: {
    start: { act: 'start', ...asked, why: '上午处理漏水,现在补' },
    handOver: { act: 'handOver', ...asked, to: the.STAFF, reason: '临时有急事' },
    finishPart: { act: 'finishPart' },
    skip: { act: 'skip', checkpoint: the.CHECKPOINT, reason: '泵房正在施工,进不去' },
    finish: { act: 'finish', from: 'underway' },
    endEarly: { act: 'endEarly', from: 'underway', reason: '接到火警,先去处置' },
  },
  story: ['start', 'skip', 'finish'],
}

export const checkpointVisitExample: KindExample<'CheckpointVisit'> = {
  record: the.VISIT,
  acts: {
    record: {
      ...{ act: 'record', community: the.COMMUNITY, round: ROUND, checkpoint: the.CHECKPOINT },
      ...{ form: the.FORM_VERSION, abnormal: 1 },
      checkIn: {
        ...{ by: 'qr', at: the.NINE },
        position: { latitude: 31.2305, longitude: 121.4738, accuracy: 8, distance: 15 },
      },
      answers: [
        {
          ...{ item: 'pump-leak', value: 'abnormal', words: '2号泵法兰滴水', photos: [the.PHOTO] },
          remedy: { kind: 'ticket', ticket: the.TICKET },
        },
        { item: 'pressure', value: 0.62 },
        {
          ...{ item: 'keeper', value: null },
          signature: {
            ...{
              name: '王大山',
              strokes: [
                [180, 400, 700, 380],
                [430, 200, 420, 760],
              ],
            },
            ...{ signedAt: the.NINE, picture: the.SIGNATURE },
          },
        },
      ],
      facts: {
        ...{ rules: 1, finishedAt: the.NINE + 20 * SECOND, asked: 12, lastStopAt: null },
        ...{ openBefore: 0, window: { from: the.NINE, until: the.NINE + HOUR } },
      },
      said: '设备少,看得快',
    },
    void: { act: 'void', reason: '扫错了点' },
  },
  story: ['record', 'void'],
}
