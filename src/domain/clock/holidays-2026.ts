import { addDays, calendarDay, type CalendarDay } from '../calendar-day'

const span = (month: number, date: number, many: number): readonly CalendarDay[] =>
  Array.from({ length: many }, (_, index) => addDays(calendarDay(2026, month, date), index))

/** 国务院办公厅关于 2026 年部分节假日安排的通知(2025-11-04): days off, and days worked instead. */
export const HOLIDAYS_2026 = {
  year: '2026',
  daysOff: [
    ...[...span(1, 1, 3), ...span(2, 15, 9), ...span(4, 4, 3), ...span(5, 1, 5)],
    ...[...span(6, 19, 3), ...span(9, 25, 3), ...span(10, 1, 7)],
  ],
  daysOn: [
    ...[calendarDay(2026, 1, 4), calendarDay(2026, 2, 14), calendarDay(2026, 2, 28)],
    ...[calendarDay(2026, 5, 9), calendarDay(2026, 9, 20), calendarDay(2026, 10, 10)],
  ],
}
