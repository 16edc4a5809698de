import { v5 } from 'uuid'
import { calendarDay } from '../../../src/domain/calendar-day'
import { FIRST_TIMING } from '../../../src/domain/clock/first-timing'
import { clockSettingsOf, type Community } from '../../../src/domain/community'
import type { FacilityActOf } from '../../../src/domain/facility/act'
import type { ChangeId } from '../../../src/domain/id'
import type { Place } from '../../../src/domain/place'
import type { Staff } from '../../../src/domain/staff'
import type { KindExample } from './kind-example'
import { BUILDING, CHANGE, COMMUNITY, ENGINEER, PUMP, PUMP_ROOM, STAFF } from './names'

const community: Community = {
  id: COMMUNITY,
  name: '萌芽花园',
  zone: 'Asia/Shanghai',
  address: '青禾路 18 号',
  deadlines: {
    version: 1,
    urgentOnSite: 45,
    ordinaryRepair: 1_440,
    complaintFirstAnswer: 1_440,
    majorToLeader: 60,
    defect: 4_320,
    hazard: 240,
  },
  timing: FIRST_TIMING,
  phrases: ['已现场处理', '需要配件'],
  leader: STAFF,
}

const place: Place = {
  id: PUMP_ROOM,
  community: COMMUNITY,
  within: BUILDING,
  label: '消防泵房',
  order: 3,
  kind: 'area',
  level: -1,
}

const facility: FacilityActOf<'install'>['facility'] = {
  id: PUMP,
  community: COMMUNITY,
  place: PUMP_ROOM,
  name: '2号消防泵',
  system: 'fire',
  maker: '东方泵业',
  model: 'XBD8/40',
  serial: 'DF2019-0412',
  installedOn: calendarDay(2019, 6, 18),
  warrantyUntil: calendarDay(2021, 6, 18),
  photos: [],
  certificate: { number: '消检2026-118', expiresOn: calendarDay(2027, 3, 1), photos: [] },
  maintenance: { contractor: '安泰消防', every: 1, unit: 'month' },
  nextMaintenanceOn: calendarDay(2026, 12, 5),
  state: 'inUse',
}
const turn = { why: '轴封漏水', since: null }

const staff: Staff = { id: ENGINEER, name: '赵强', roles: ['engineer'], active: true }

export const communityExample: KindExample<'Community'> = {
  record: COMMUNITY,
  acts: {
    found: { act: 'found', community },
    configure: {
      act: 'configure',
      community: { ...community, phrases: [...community.phrases, '已设围挡'] },
    },
    amend: { act: 'amend', fields: { repeatDays: { seen: null, meant: 60 } } },
    setClocks: { act: 'setClocks', settings: clockSettingsOf(community), seen: 1 },
  },
  story: ['found', 'configure', 'amend', 'setClocks'],
}

export const placeExample: KindExample<'Place'> = {
  record: PUMP_ROOM,
  acts: {
    lay: { act: 'lay', place },
    amend: { act: 'amend', place: { ...place, label: '地下消防泵房' } },
    withdraw: { act: 'withdraw', seen: place },
  },
  story: ['lay', 'amend'],
}

export const facilityExample: KindExample<'Facility'> = {
  record: PUMP,
  acts: {
    install: { act: 'install', facility },
    amend: { act: 'amend', fields: { maker: { seen: '东方泵业', meant: '东方泵业集团' } } },
    settle: { act: 'settle', of: CHANGE, part: 'maker' },
    breakDown: { act: 'breakDown', from: 'inUse', ...turn },
    undo: { act: 'undo', change: v5('Facility 3', PUMP) as ChangeId },
    takeOut: { act: 'takeOut', from: 'down', ...turn, why: '等轴封' },
    putToUse: { act: 'putToUse', from: 'outOfService', ...turn, why: '换好轴封,试转正常' },
    scrap: { act: 'scrap', from: 'inUse', ...turn, why: '换成新泵' },
    maintain: { act: 'maintain', on: calendarDay(2026, 12, 4) },
    giveToken: { act: 'giveToken', token: 'PumpPumpPumpPump' },
    replaceToken: { act: 'replaceToken', token: 'PumpPumpPumpPum2', reason: '码撕坏了' },
    serve: {
      act: 'serve',
      add: [{ kind: 'place', place: BUILDING, from: 1, to: 18 }],
      drop: [],
    },
  },
  story: [
    'install',
    'amend',
    'serve',
    'breakDown',
    'takeOut',
    'putToUse',
    'maintain',
    'giveToken',
    'replaceToken',
  ],
}

export const staffExample: KindExample<'Staff'> = {
  record: ENGINEER,
  acts: {
    enrol: { act: 'enrol', staff },
    amend: { act: 'amend', staff: { ...staff, roles: ['engineer', 'supervisor'] } },
  },
  story: ['enrol', 'amend'],
}
