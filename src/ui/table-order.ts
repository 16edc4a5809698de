/** A column of a table: how its cell reads, and how rows stand to one another by it. */
export interface TableColumn<Row> {
  readonly key: string
  readonly label: string
  readonly text: (row: Row) => string
  /** Without it the column cannot be sorted by. */
  readonly compare?: ((a: Row, b: Row) => number) | undefined
  readonly align?: 'start' | 'end' | undefined
  /** As narrow as what is in it: for a box to tick. */
  readonly isNarrow?: boolean | undefined
}

export interface TableOrder {
  readonly key: string
  readonly isDown: boolean
}

/** Rows equal by the column keep the order they came in. */
export const orderRows = <Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  order: TableOrder | null,
): readonly Row[] => {
  const compare = columns.find(({ key }) => key === order?.key)?.compare
  if (!compare || !order) return rows
  return [...rows].sort((a, b) => (order.isDown ? compare(b, a) : compare(a, b)))
}

/** One touch sorts upwards, the next downwards, a third takes the order away again. */
export const nextOrder = (order: TableOrder | null, key: string): TableOrder | null => {
  if (order?.key !== key) return { key, isDown: false }
  return order.isDown ? null : { key, isDown: true }
}
