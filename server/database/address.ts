import postgres from 'postgres'

/** How to reach a PostgreSQL: one of somebody's own by URL, or ours by its socket folder. */
export type DatabaseAddress =
  | { readonly url: string }
  | {
      readonly socketFolder: string
      readonly database: string
      readonly user: string
      readonly password: string
    }

export interface ConnectOptions {
  readonly max: number
  readonly connectSeconds?: number | undefined
}

/** Between two tries to reach a database that is away, in seconds. */
const LONGEST_PAUSE = 1

/** A pool of connections. Notices are silent; times are UTC; nothing is prepared across poolers. */
export const connectTo = (address: DatabaseAddress, options: ConnectOptions): postgres.Sql => {
  const shared = {
    max: options.max,
    connect_timeout: options.connectSeconds ?? 10,
    idle_timeout: 60,
    // One that was away for a minute is found again within a second or two.
    backoff: (tries: number) => Math.min(0.05 * 2 ** tries, LONGEST_PAUSE),
    onnotice: () => undefined,
    // Counters and instants fit a double; a string would be compared as text.
    types: { integer8: { to: 20, from: [20], parse: Number, serialize: String } },
    connection: { TimeZone: 'UTC', application_name: 'mengya' },
  }
  if ('url' in address) return postgres(address.url, shared)
  const { socketFolder, database, user, password } = address
  return postgres({
    ...shared,
    path: `${socketFolder}/.s.PGSQL.5432`,
    host: socketFolder,
    database,
    username: user,
    password,
  })
}
