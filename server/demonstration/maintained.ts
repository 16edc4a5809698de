import { addDays, type CalendarDay } from '../../src/domain/calendar-day'
import type { MaintenanceId } from '../../src/domain/maintenance'
import { instantOf } from '../../src/domain/time-zone'
import type { Estate } from './estate'
import type { World } from './world'
import { demonstrationId } from './writer'

const PEOPLE = ['周师傅、小林', '何师傅', '钱师傅、小赵']
const DONE = [
  '机房、轿厢、底坑例行保养,钢丝绳张力调匀,试运行正常',
  '清洁导轨、加油,门机皮带调紧,平层正常',
  '例行保养;应急对讲换电池,试通话正常',
]
const HOUR = 60

/** [FA11] Every lift was maintained twice, a fortnight apart; the last at one still waits for our engineer. */
export const maintainLifts = (world: World, { facilities }: Estate): void => {
  const { timeline, zone, community, now } = world
  const engineer = world.hand('zhaoqiang')
  const tell = (lift: Estate['facilities'][number], on: CalendarDay, turn: number) => {
    const record = demonstrationId<MaintenanceId>(`maintenance ${lift.name} ${on}`)
    const arrivedAt = instantOf(on, 9 * HOUR + (turn % 4) * 30, zone)
    const at = (minutes: number) => arrivedAt + minutes * 60_000
    if (!lift.maintenance || at(90) >= now || arrivedAt < world.began) return
    timeline.add(engineer, arrivedAt, 'Maintenance', record, {
      ...{ act: 'signIn', community: community.id, facility: lift.id },
      ...{ contractor: lift.maintenance.contractor, people: PEOPLE[turn % 3] ?? '', arrivedAt },
    })
    timeline.add(engineer, at(50), 'Maintenance', record, {
      ...{ act: 'finish', words: DONE[turn % 3] ?? '', sheet: [] },
    })
    if (lift.name === '3栋1单元电梯' && turn >= lifts.length) return
    timeline.add(engineer, at(70), 'Maintenance', record, { act: 'confirm', words: '' })
    timeline.add(engineer, at(70), 'Facility', lift.id, { act: 'maintain', on })
  }
  const lifts = facilities.filter(({ system }) => system === 'lift')
  for (const [index, lift] of lifts.entries()) {
    const next = lift.nextMaintenanceOn
    if (!next) continue
    tell(lift, addDays(next, -30), index)
    tell(lift, addDays(next, -15), index + lifts.length)
  }
  const [pump, at] = [facilities.find(({ name }) => name === '景观水泵'), now - 30 * 3_600_000]
  if (pump)
    timeline.add(engineer, at, 'Facility', pump.id, {
      ...{ act: 'takeOut', from: 'inUse', why: '入冬停用,水已放空', since: null },
    })
}
