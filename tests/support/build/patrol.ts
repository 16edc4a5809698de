import type { Checkpoint } from '../../../src/domain/checkpoint'
import type { Community } from '../../../src/domain/community'
import type { Form } from '../../../src/domain/form/form'
import type { Item } from '../../../src/domain/form/item'
import type { StaffId } from '../../../src/domain/id'
import type { PatrolPlan } from '../../../src/domain/patrol-plan'
import type { Photo } from '../../../src/domain/photo'
import type { Place } from '../../../src/domain/place'
import type { Route } from '../../../src/domain/route'
import { ROUND_THE_CLOCK } from './timing'
import type { Staff } from '../../../src/domain/staff'
import { calendarDay } from '../../../src/domain/calendar-day'
import type { ActToSave } from '../../../src/storage/save-acts'
import { newId } from './ids'

export const look = (id: string, title: string, over: Partial<Item> = {}): Item =>
  ({
    ...{ id, title, kind: 'verdict', required: true, safety: false },
    ...{ onAbnormal: { photo: true, words: true } },
    ...over,
  }) as Item

export const PUMP_ITEMS: readonly Item[] = [
  look('door', '泵房门锁、照明'),
  {
    ...{ id: 'pressure', title: '稳压泵出口压力', kind: 'number', required: true, safety: false },
    ...{ unit: 'MPa', decimals: 2, least: 0.3, most: 0.6 },
  },
  look('leak', '水泵、阀门无渗漏', { onAbnormal: { photo: false, words: true } }),
  {
    ...{ id: 'leak-where', title: '漏在哪里', kind: 'choice', required: true, safety: false },
    when: { all: [{ item: 'leak', is: 'equal', value: 'abnormal' }] },
    options: [
      { id: 'flange', label: '法兰', abnormal: false },
      { id: 'pipe', label: '管道', abnormal: false },
    ],
  },
  look('cabinet', '控制柜在自动位置', { safety: true }),
]

/** A small estate with one route of two stops, planned for the steward every day from 08:00 to 11:30. */
export const buildPatrol = (staff: StaffId) => {
  const community: Community = {
    ...{ id: newId(), name: '萌芽花园', zone: 'Asia/Shanghai', address: '', leader: null },
    deadlines: {
      ...{ version: 1, urgentOnSite: 45, ordinaryRepair: 1_440, complaintFirstAnswer: 1_440 },
      ...{ majorToLeader: 60, defect: 2_880, hazard: 240 },
    },
    timing: ROUND_THE_CLOCK,
    phrases: ['地面有积水', '灯不亮'],
  }
  const person: Staff = { id: staff, name: '李敏', roles: ['steward'], active: true }
  const place: Place = {
    ...{ id: newId(), community: community.id, within: null, label: '3栋' },
    ...{ order: 1, kind: 'building' },
  }
  const form: Form = {
    ...{ id: newId(), form: newId(), version: 1, purpose: 'checklist', title: '泵房', source: '' },
    items: PUMP_ITEMS,
  }
  const point = (name: string, token: string): Checkpoint => ({
    ...{ id: newId(), community: community.id, name, place: place.id, facility: null },
    ...{ form: form.form, token },
  })
  const pump = point('消防泵房', 'PumpPumpPumpPump')
  const lobby = point('大堂', 'LobbyLobbyLobby0')
  const stray = point('二期地库', 'StrayStrayStray0')
  const route: Route = {
    ...{ id: newId(), community: community.id, name: '短线', order: 'fixed' },
    stops: [pump.id, lobby.id],
  }
  const plan: PatrolPlan = {
    ...{ id: newId(), community: community.id, name: '消防巡查', route: route.id },
    ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], roles: ['steward'], walkers: null, until: null },
    slots: [{ key: 'morning', name: '上午', opens: 480, closes: 690 }],
    from: calendarDay(2026, 1, 1),
  }
  const acts: readonly ActToSave[] = [
    { kind: 'Community', record: community.id, act: { act: 'found', community } },
    { kind: 'Staff', record: staff, act: { act: 'enrol', staff: person } },
    { kind: 'Place', record: place.id, act: { act: 'lay', place } },
    { kind: 'Form', record: form.id, act: { act: 'publish', form } },
    ...[pump, lobby, stray].map((checkpoint): ActToSave => ({
      ...{ kind: 'Checkpoint', record: checkpoint.id, act: { act: 'set', checkpoint } },
    })),
    { kind: 'Route', record: route.id, act: { act: 'draw', route } },
    { kind: 'PatrolPlan', record: plan.id, act: { act: 'plan', plan } },
  ]
  return { community, place, form, pump, lobby, stray, route, plan, acts }
}

export const photoRef = (digit: string, takenAt = 1): Photo => ({
  ...{ sha256: digit.repeat(64), width: 16, height: 9, bytes: 3, takenAt },
  preview: 'data:image/webp;base64,AA==',
})
