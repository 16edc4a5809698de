import { RangeSet, type IndexableType, type Table } from 'dexie'
import { partOf } from './part-of'

type Path = string | readonly string[] | undefined

const valueAt = (row: object, path: Path): unknown => {
  if (typeof path === 'string')
    return path
      .split('.')
      .reduce<unknown>((at, field) => (at as Readonly<Record<string, unknown>>)[field], row)
  const parts = path?.map((each) => valueAt(row, each))
  return parts?.includes(undefined) ? undefined : parts
}

/** What a field holds, as the keys its index finds it by. */
const keysIn = (value: unknown, isMulti: boolean | undefined): readonly unknown[] => {
  if (value === undefined || value === null) return []
  return isMulti && Array.isArray(value) ? value : [value]
}

/** Above so many in one part, naming each costs whoever follows more than to ask again: all is named. */
const MOST_NAMED = 50
const everything = () => new RangeSet(-Infinity, [[]])

/** What one transaction changed, in the form the library tells it to whoever follows the database. */
export class Touched {
  readonly parts: Record<string, InstanceType<typeof RangeSet>> = {}
  readonly #named = new Map<string, number>()

  constructor(private readonly database: { readonly name: string }) {}

  /** Every list the row is in now, and every answer it was part of before. */
  note({ name, schema }: Pick<Table, 'name' | 'schema'>, key: IDBValidKey, row?: object): void {
    this.#add(name, '', key)
    this.#add(name, ':dels', key)
    if (!row) return
    for (const { name: index, keyPath, multi } of schema.indexes)
      for (const each of keysIn(valueAt(row, keyPath), multi)) this.#add(name, index, each)
  }

  #add(table: string, index: string, key: unknown): void {
    const part = partOf(this.database, table, index)
    const named = (this.#named.get(part) ?? 0) + 1
    this.#named.set(part, named)
    if (named > MOST_NAMED + 1) return
    if (named > MOST_NAMED) this.parts[part] = everything()
    else (this.parts[part] ??= new RangeSet()).addKey(key as IndexableType)
  }
}
