import { computed, shallowRef } from 'vue'
import type { Community } from '../domain/community'
import type { StaffId } from '../domain/id'
import { mayAct } from '../domain/permission'
import {
  dutyRosterId,
  ROSTER_LIMITS,
  type DutyRoster,
  type DutyRosterAct,
  type RosterRow,
} from '../domain/roster/duty-roster'
import { asFourWeeksBefore, goRound } from '../domain/roster/fill-row'
import { monthAfter, daysIn, type Month } from '../domain/month'
import type { Shift, ShiftKey } from '../domain/roster/shift'
import { isSame } from '../domain/same'
import { act } from './act'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useRosters } from './roster'
import { useSaving } from './saving'

/** A day put otherwise on the screen, and what it was when that was done. */
interface CellEdit {
  readonly staff: StaffId
  readonly date: number
  readonly seen: ShiftKey | null
  readonly meant: ShiftKey | null
}
interface ShiftsEdit {
  readonly seen: readonly Shift[]
  readonly meant: readonly Shift[]
}
interface Begun {
  readonly cells: readonly CellEdit[]
  readonly shifts: ShiftsEdit | null
}

const keyOf = ({ staff, date }: Pick<CellEdit, 'staff' | 'date'>) => `${staff}/${date}`

const chunks = <Thing>(all: readonly Thing[], size: number): Thing[][] =>
  all.length <= size ? [[...all]] : [all.slice(0, size), ...chunks(all.slice(size), size)]

/** [RO2] [RO6] A month's roster as it is being filled; nothing of it is said to others before it is saved. */
export const useRosterForm = (
  community: Community,
  month: Month,
  usual: () => readonly Shift[],
) => {
  const phone = usePhone()
  const { person, nameId } = phone
  const { failure, isBusy, saving } = useSaving()
  const mayPlan = mayAct(person.roles, 'DutyRoster', 'plan')
  const rosters = useRosters(() => [monthAfter(month, -1), month])
  const held = computed<DutyRoster | null>(
    () => rosters.value?.find((each) => each.month === month) ?? null,
  )
  const cells = shallowRef<ReadonlyMap<string, CellEdit>>(new Map())
  const shiftsEdit = shallowRef<ShiftsEdit | null>(null)
  const draft = useKeptDraft<Begun>(`roster/${community.id}/${month}`, {
    read: () => ({ cells: [...cells.value.values()], shifts: shiftsEdit.value }),
    write: (value) => {
      cells.value = new Map(value.cells.map((each) => [keyOf(each), each]))
      shiftsEdit.value = value.shifts
    },
  })

  const shifts = computed<readonly Shift[]>(
    () => shiftsEdit.value?.meant ?? held.value?.shifts ?? usual(),
  )
  const length = daysIn(month)
  const rowOf = (staff: StaffId): RosterRow['days'] =>
    held.value?.rows.find((row) => row.staff === staff)?.days ??
    Array.from({ length }, (): ShiftKey | null => null)
  const daysOf = (staff: StaffId): RosterRow['days'] =>
    rowOf(staff).map((key, at) => {
      const edit = cells.value.get(keyOf({ staff, date: at + 1 }))
      return edit ? edit.meant : key
    })

  /** Put back to what it was it is no change; put anew it goes by what stands now. */
  const put = (staff: StaffId, days: readonly (readonly [number, ShiftKey | null])[]) => {
    const before = rowOf(staff)
    const next = new Map(cells.value)
    for (const [date, meant] of days) {
      const seen = before[date - 1] ?? null
      const edit = { staff, date, seen, meant }
      if (seen === meant) next.delete(keyOf(edit))
      else next.set(keyOf(edit), edit)
    }
    cells.value = next
  }
  const putRow = (staff: StaffId, days: RosterRow['days']) =>
    put(
      staff,
      days.map((key, at) => [at + 1, key] as const),
    )
  const putShifts = (meant: readonly Shift[]) => {
    const seen = shiftsEdit.value?.seen ?? held.value?.shifts ?? []
    shiftsEdit.value = isSame(seen, meant) ? null : { seen, meant }
  }

  const changed = computed(() => cells.value.size + (shiftsEdit.value ? 1 : 0))
  /** What somebody else put otherwise since it was changed here: theirs will stand. */
  const hasMoved = ({ staff, date, seen, meant }: CellEdit) => {
    const is = rowOf(staff)[date - 1] ?? null
    return is !== seen && is !== meant
  }
  const shiftsMoved = computed(() => {
    const stand = held.value?.shifts ?? []
    const edit = shiftsEdit.value
    return edit !== null && !isSame(edit.seen, stand) && !isSame(edit.meant, stand)
  })
  const moved = computed(
    () => [...cells.value.values()].filter(hasMoved).length + Number(shiftsMoved.value),
  )

  const actsToSave = (): readonly DutyRosterAct[] => {
    const edited = shiftsMoved.value ? null : shiftsEdit.value
    const first = held.value ? edited : { seen: [], meant: shifts.value }
    const keys = new Set((first?.meant ?? held.value?.shifts ?? []).map(({ key }) => key))
    const standing = [...cells.value.values()].filter(
      (each) => !hasMoved(each) && (each.meant === null || keys.has(each.meant)),
    )
    const people = [...new Set(standing.map(({ staff }) => staff))]
    const rows = people.map((staff) => ({
      staff,
      days: standing
        .filter((each) => each.staff === staff)
        .map(({ date, seen, meant }) => ({ date, seen, meant })),
    }))
    if (rows.length === 0 && !first) return []
    const named = { act: 'plan' as const, community: community.id, month }
    return chunks(rows, ROSTER_LIMITS.rows).map((part, at) => ({
      ...{ ...named, rows: part },
      ...(at === 0 && first ? { shifts: first } : {}),
    }))
  }
  const clear = () => {
    cells.value = new Map()
    shiftsEdit.value = null
  }
  const save = async (): Promise<boolean> => {
    if (changed.value === 0) return false
    if (actsToSave().length === 0) {
      clear()
      return true
    }
    const record = dutyRosterId(community.id, month, nameId)
    const acts = actsToSave().map((deed) => ({ kind: 'DutyRoster' as const, record, act: deed }))
    return saving(() => draft.handIn((dropDrafts) => act(phone, acts, { dropDrafts })))
  }

  return {
    ...{ mayPlan, draft, shifts, daysOf, put, putShifts, changed, moved, save, failure, isBusy },
    ...{ clear, held, length, isRead: computed(() => rosters.value !== null) },
    isChanged: (staff: StaffId, date: number) => cells.value.has(keyOf({ staff, date })),
    goRound: (staff: StaffId, pattern: RosterRow['days'], from: number) =>
      putRow(staff, goRound(daysOf(staff), pattern, from)),
    asBefore: (people: readonly StaffId[]) => {
      for (const staff of people)
        putRow(staff, asFourWeeksBefore(month, staff, rosters.value ?? [], shifts.value))
    },
    hasBefore: computed(() => rosters.value?.some((each) => each.month !== month) ?? false),
  }
}
export type RosterForm = ReturnType<typeof useRosterForm>
