import type { BoardColumn, BoardWay, ClockCuts } from '../domain/ticket/board'
import type { PhoneDatabase } from './phone-database'

type Ids = readonly string[]
type Sets = readonly (readonly [BoardColumn, Ids])[]

/** Indexes alone say which column a ticket is in; no ticket is read. The first that has it, keeps it. */
const setsOf = async (
  { tickets }: PhoneDatabase,
  way: BoardWay,
  columns: readonly BoardColumn[],
  { now, endOfDay, endOfWeek }: ClockCuts,
): Promise<Sets> => {
  if (way === 'status')
    return Promise.all(
      columns.map(
        async (column) =>
          [column, await tickets.where('status').equals(column).primaryKeys()] as const,
      ),
    )
  const late = tickets.where('lateAt')
  const between = (from: number, to: number) =>
    tickets.where('lateAt').between(from, to).primaryKeys()
  return [
    ['overdue', await late.below(now).primaryKeys()],
    ['waiting', await tickets.where('status').equals('putOff').primaryKeys()],
    ['today', await between(now, endOfDay)],
    ['week', await between(endOfDay, endOfWeek)],
    ['later', await tickets.where('lateAt').aboveOrEqual(endOfWeek).primaryKeys()],
  ]
}

/** A list told off into columns, each in the list's order. */
export const boardIds = async (
  database: PhoneDatabase,
  ids: Ids,
  asked: {
    readonly way: BoardWay
    readonly columns: readonly BoardColumn[]
    readonly cuts: ClockCuts
  },
): Promise<ReadonlyMap<BoardColumn, Ids>> => {
  const columnOf = new Map<string, BoardColumn>()
  for (const [column, members] of await setsOf(database, asked.way, asked.columns, asked.cuts))
    for (const id of members) if (!columnOf.has(id)) columnOf.set(id, column)
  const board = new Map<BoardColumn, string[]>(asked.columns.map((column) => [column, []]))
  for (const id of ids) board.get(columnOf.get(id) ?? 'none')?.push(id)
  return board
}
