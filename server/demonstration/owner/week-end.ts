import { addDays } from '../../../src/domain/calendar-day'
import { HOUR } from '../../../src/domain/instant'
import { givenOf } from '../../../src/domain/promise/given'
import { instantOf, localDay } from '../../../src/domain/time-zone'
import { countWeek } from '../../../src/domain/weekly-sheet/count-week'
import { weeklySheetId, weekOf } from '../../../src/domain/weekly-sheet/weekly-sheet'
import type { World } from '../world'
import { nameId } from '../writer'

/** Last week's complaints, counted on its Sunday evening, sent to the manager and read. */
export const reportLastWeek = (world: World): void => {
  const { timeline, community, zone, now } = world
  const week = addDays(weekOf(localDay(now, zone)), -7)
  const at = instantOf(addDays(week, 6), 20 * 60, zone)
  const [writer, manager] = [world.hand('zhoujie'), world.hand('chenli')]
  const { figures, counted, open } = countWeek({
    ...{ began: instantOf(week, 0, zone), until: at },
    complaints: timeline.recordsAt('Ticket', at).filter(({ kind }) => kind === 'complaint'),
    promises: timeline.recordsAt('OwnerPromise', at).map((promise) => givenOf(promise, at)),
  })
  const id = weeklySheetId(writer.staff, community.id, week, nameId)
  timeline.add(writer, at, 'WeeklySheet', id, {
    ...{ act: 'send', community: community.id, staff: writer.staff, week, to: manager.staff },
    ...{ figures, counted, words: '渗水和下水的投诉偏多,下周请工程把 5 栋立管查一遍。' },
    reasons: open
      .slice(0, 20)
      .map((ticket) => ({ ticket: ticket.id, words: '还在处理,各户都回过话' })),
    signature: { name: '周洁', strokes: [], confirmed: true, signedAt: at },
  })
  const read = at + 2 * HOUR
  timeline.add(manager, read, 'WeeklySheet', id, { act: 'read' })
  timeline.add(manager, read, 'WeeklySheet', id, { act: 'say', words: '5 栋立管的事周一晨会定。' })
}
