import { Dexie, type DBCore, type DBCoreTable, type Middleware } from 'dexie'

/** The app died here; what the disk holds is all that is left. */
export class Died extends Error {}

/**
 * One run of the app on a phone. Each step of storage, each call and each hash is a point at which it
 * may be over; from then on nothing it began is committed and nothing it asks is answered.
 */
export class Life {
  isOver = false
  /** How many points this life has passed. */
  points = 0
  #left = Infinity
  #where: () => void = () => undefined
  readonly #open = new Set<IDBTransaction>()

  /** It ends at the so-manieth point from here; `told` hears of it. */
  endAfter(points: number, told: () => void): void {
    this.#left = points
    this.#where = told
  }

  point(): void {
    if (this.isOver) throw new Died()
    this.points += 1
    this.#left -= 1
    if (this.#left > 0) return
    this.#where()
    this.end()
  }

  end(): never {
    this.isOver = true
    for (const transaction of this.#open) abort(transaction)
    throw new Died()
  }

  watch(transaction: IDBTransaction): void {
    this.#open.add(transaction)
    const isDone = () => this.#open.delete(transaction)
    for (const end of ['complete', 'abort', 'error']) transaction.addEventListener(end, isDone)
  }
}

const abort = (transaction: IDBTransaction): void => {
  try {
    transaction.abort()
  } catch (error) {
    // Committed already: then it is on the disk.
    if (!(error instanceof Error && error.name === 'InvalidStateError')) throw error
  }
}

const mortalTable = (table: DBCoreTable, life: Life): DBCoreTable => {
  const tried = <Answer>(work: () => Promise<Answer>): Promise<Answer> =>
    Dexie.Promise.resolve()
      .then(() => life.point())
      .then(work)
  return {
    ...table,
    mutate: (request) => tried(() => table.mutate(request)),
    get: (request) => tried(() => table.get(request)),
    getMany: (request) => tried(() => table.getMany(request)),
    query: (request) => tried(() => table.query(request)),
    openCursor: (request) => tried(() => table.openCursor(request)),
    count: (request) => tried(() => table.count(request)),
  }
}

/** Lets a life end between any two steps of a database. */
export const mortal = (life: Life): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'mortal',
  create: (core) => ({
    ...core,
    transaction: (...asked) => {
      if (life.isOver) throw new Died()
      const transaction = core.transaction(...asked)
      life.watch(transaction as unknown as IDBTransaction)
      return transaction
    },
    table: (name) => mortalTable(core.table(name), life),
  }),
})
