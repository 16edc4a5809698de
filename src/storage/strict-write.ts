import { Dexie, type Table } from 'dexie'
import { readMeta } from './meta'
import type { PhoneDatabase } from './phone-database'
import { Touched } from './touched'

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error ?? new Error('The request failed'))
  })

/** Requests in one transaction of the browser's own; none of them is waited for before it is told. */
export class Hand {
  readonly #keys: (() => void)[] = []

  constructor(
    private readonly transaction: IDBTransaction,
    readonly touched: Touched,
  ) {}

  get<Row, Key extends IDBValidKey, New>(
    { name }: Table<Row, Key, New>,
    key: Key,
  ): Promise<Row | undefined> {
    return answerOf(this.transaction.objectStore(name).get(key) as IDBRequest<Row | undefined>)
  }

  put<Row extends object, Key extends IDBValidKey, New>(
    table: Table<Row, Key, New>,
    key: Key,
    row: Row,
  ): void {
    this.transaction.objectStore(table.name).put(row)
    this.touched.note(table, key, row)
  }

  /** Its number is given by the database. */
  add<Row, New extends object>(table: Table<Row, number, New>, row: New): void {
    const request = this.transaction.objectStore(table.name).add(row)
    this.#keys.push(() => this.touched.note(table, request.result, row))
  }

  delete<Row>(table: Table<Row, string>, key: string): void {
    this.transaction.objectStore(table.name).delete(key)
    this.touched.note(table, key)
  }

  /** Once all is written: the numbers that were given. */
  noteNumbers(): void {
    for (const note of this.#keys) note()
  }
}

const OPTIONS = { durability: 'strict' } as const

/**
 * The connection the library holds now. It opens, or refuses to, by its own rules: closed for good it
 * stays closed; gone under the open app it comes back.
 */
const begin = async (database: PhoneDatabase, names: string[]): Promise<IDBTransaction> => {
  const attempt = () => database.backendDB().transaction(names, 'readwrite', OPTIONS)
  if (database.isOpen())
    try {
      return attempt()
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
    }
  await readMeta(database, 'nextSeq')
  return attempt()
}

const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((done, fail) => {
    transaction.oncomplete = () => done()
    transaction.onabort = () => fail(transaction.error ?? new Error('AbortError'))
  })

const takeBack = (transaction: IDBTransaction): void => {
  try {
    transaction.abort()
  } catch (error) {
    // It fell by itself.
    if (!(error instanceof DOMException)) throw error
  }
}

/** It is on the disk: whoever breaks on hearing so must not make it seem unsaved. */
const tell = ({ parts }: Touched): void => {
  try {
    Dexie.on.storagemutated.fire(parts)
  } catch (error) {
    if ('reportError' in globalThis) reportError(error)
  }
}

/**
 * [ST1] One strict transaction, all or nothing, on the browser's own database: through the library each
 * request costs a slow phone a millisecond more. Whatever goes wrong, of itself or in `work`, takes all
 * of it back. Whoever follows the database is told when it is on the disk.
 */
export const writeStrictly = async <T>(
  database: PhoneDatabase,
  tables: readonly { readonly name: string }[],
  work: (hand: Hand) => Promise<T>,
): Promise<T> => {
  const transaction = await begin(database, [...new Set(tables.map(({ name }) => name))])
  const ended = endOf(transaction)
  const hand = new Hand(transaction, new Touched(database))
  const written = async () => {
    const value = await work(hand)
    transaction.commit()
    await ended
    return value
  }
  const value = await written().catch((error: unknown) => {
    // What failed first is told; that the rest fell with it is not.
    ended.catch(() => undefined)
    takeBack(transaction)
    // A full disk shows itself in a write; the next request only says that all fell with it.
    throw transaction.error ?? error
  })
  hand.noteNumbers()
  tell(hand.touched)
  return value
}
