import { calendarDay } from '../../domain/calendar-day'
import type { ChangeId, StaffId } from '../../domain/id'
import { instantOf } from '../../domain/time-zone'
import type { Unit } from '../../domain/home/matrix'
import type { OwnerVisit } from '../../domain/visit/owner-visit'
import { USUAL_VISIT_RULE } from '../../domain/visit/usual-rule'
import { visitedHome } from '../../domain/visit/visited-home'

const today = calendarDay(2026, 11, 24)
export const VISIT_DAY = { rule: USUAL_VISIT_RULE, zone: 'Asia/Shanghai', today }
export const VISIT_NOW = instantOf(today, 600, VISIT_DAY.zone)

const sampleOf = (id: string) => id as never
export const SAMPLE_VISIT: OwnerVisit = {
  ...{ id: sampleOf('visit'), community: sampleOf('community') },
  ...{ building: sampleOf('building'), home: sampleOf('home') },
  ...{
    happenedAt: null,
    channel: 'door',
    result: 'met',
    slip: false,
    with: [],
    said: '一家都好',
    wish: '',
  },
  ...{ consent: false, photos: [], next: null, heeds: [], quiet: null },
  ...{ handed: [], fee: null, asked: null },
  made: { change: 'change' as ChangeId, at: VISIT_NOW, by: 'staff' as StaffId },
  ...{ cancelled: null, voided: null, late: [] },
}

const unit: Unit = {
  ...{ id: sampleOf('home'), community: sampleOf('community'), within: null, label: '1501' },
  ...{ order: 1, kind: 'unit', level: 15, door: '1501', occupancy: 'owner' },
}
export const SAMPLE_HOME = visitedHome(unit, SAMPLE_VISIT.building, [SAMPLE_VISIT], VISIT_DAY)
