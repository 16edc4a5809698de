import { KIND_NAMES, KINDS } from '../../src/domain/kind-table'
import type { Ticket } from '../../src/domain/ticket/ticket'
import type { StoredRecord } from '../../server/store/stored'
import type { Held } from './ground'
import type { SimPhone } from './sim-phone'

export const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

const ticketsOf = (held: Held): readonly Ticket[] =>
  held.records.flatMap(({ kind, body }) => (kind === 'Ticket' ? [body as Ticket] : []))

/** Nothing is told twice, and every photo named is there. */
export const serverFaults = (held: Held): string[] =>
  ticketsOf(held).flatMap((ticket) => {
    const seen = new Set<string>()
    const doubled = ticket.thread.flatMap((entry) => {
      const key = `${entry.change}/${entry.kind}${entry.kind === 'conflict' ? entry.field : ''}`
      if (seen.has(key)) return [`doubled ${entry.change}`]
      seen.add(key)
      return []
    })
    const named = KINDS.Ticket.photosOf(ticket).filter(({ sha256 }) => !held.photos.has(sha256))
    return [
      ...doubled,
      ...named.map(({ sha256 }) => `${ticket.id} names ${sha256}, which is nowhere`),
    ]
  })

/** Quiet, a phone holds what the server has in its person's scopes: all of it, so, and nothing else. */
export const agreementFaults = async (phone: SimPhone, held: Held): Promise<string[]> => {
  const database = await phone.database()
  const scopes = new Set<string>(phone.caller.scopes)
  const wanted = new Map<string, StoredRecord>(
    held.records
      .filter(({ scope }) => scopes.has(scope))
      .map((each) => [`${each.kind}/${each.id}`, each]),
  )
  const faults: string[] = []
  for (const kind of KIND_NAMES)
    for (const { id, scope, record } of await database.held(kind).toArray()) {
      const name = `${kind}/${id}`
      const stands = wanted.get(name)
      wanted.delete(name)
      if (!scopes.has(scope)) faults.push(`${phone.name} holds ${name} of ${scope}, not theirs`)
      else if (!stands) faults.push(`${phone.name} holds ${name}, which is not there`)
      else if (!isSame(record, stands.body)) faults.push(`${phone.name} disagrees on ${name}`)
    }
  for (const { key, row } of await database.shadows.toArray())
    if (row && !scopes.has(row.scope)) faults.push(`${phone.name} keeps a shadow of ${key}`)
  return [...faults, ...[...wanted.keys()].map((name) => `${phone.name} lacks ${name}`)]
}

/** Whatever was saved is told by the server; what was refused is kept, what was erased is gone. */
export const lossFaults = async (
  phone: SimPhone,
  held: Held,
  erased: ReadonlySet<string>,
): Promise<string[]> => {
  const items = await (await phone.database()).outbox.toArray()
  const refused = new Set(
    items.filter(({ state }) => state === 'refused').map(({ change }) => change.id as string),
  )
  const told = new Set(
    ticketsOf(held).flatMap(({ thread }) => thread.map(({ change }) => change as string)),
  )
  const there = new Set<string>(held.records.map(({ id }) => id))
  const isCaller = new Set<string>(
    held.records.flatMap(({ kind, id }) => (kind === 'Caller' ? [id] : [])),
  )
  const isLost = ([id, record]: readonly [string, string]) =>
    !refused.has(id) && !erased.has(record) && !told.has(id) && !isCaller.has(record)
  const photos = [...phone.photographed].filter(
    ([sha256, records]) =>
      !held.photos.has(sha256) && [...records].some((record) => there.has(record)),
  )
  return [
    ...[...phone.saved].filter(isLost).map(([id]) => `${phone.name} lost ${id}`),
    ...items
      .filter(({ state }) => state !== 'refused')
      .map(({ state, change }) => `${phone.name} still holds ${change.id} (${state})`),
    ...photos.map(([sha256]) => `${phone.name} lost photo ${sha256}`),
  ]
}

/** The phone says of no photo that it is up when it is not; of one that only what is erased named, it may. */
export const photoFaults = async (
  phone: SimPhone,
  held: Held,
  erased: ReadonlySet<string>,
): Promise<string[]> => {
  const wrong = (await (await phone.database()).photos.toArray()).filter(
    ({ state, sha256 }) =>
      (state !== 'confirmed' || !held.photos.has(sha256)) &&
      ![...(phone.photographed.get(sha256) ?? [])].every((record) => erased.has(record)),
  )
  return wrong.map(({ state, sha256 }) => `${phone.name} says ${state} of photo ${sha256}`)
}

/** What is erased is on no phone: shown, beneath what is shown, remembered or waiting. */
export const erasureFaults = async (
  phone: SimPhone,
  erased: ReadonlySet<string>,
): Promise<string[]> => {
  const database = await phone.database()
  const keys = [
    ...(await database.tickets.toCollection().primaryKeys()).map((id) => `Ticket/${id}`),
    ...(await database.shadows.toCollection().primaryKeys()),
    ...(await database.journal.toArray()).map(({ key }) => key),
    ...(await database.outbox.toArray()).map(({ key }) => key),
  ]
  return [...new Set(keys)]
    .filter((key) => erased.has(key.split('/')[1] ?? ''))
    .map((key) => `${phone.name} still holds ${key}, which is erased`)
}

/** Acts the server has taken that a record shown here does not hold. */
export const vanished = async (phone: SimPhone): Promise<readonly string[]> => {
  const database = await phone.database()
  const settled = await database.outbox.where('state').equals('settled').toArray()
  const journal = await database.journal.toArray()
  const taken = new Set([...settled, ...journal].map(({ change }) => change.id as string))
  const shown = await phone.ticketsById()
  const isMissing = ([id, record]: readonly [string, string]) => {
    const ticket = shown.get(record)
    return taken.has(id) && ticket && !ticket.thread.some(({ change }) => change === id)
  }
  return [...phone.saved].filter(isMissing).map(([id]) => `${phone.name} no longer shows ${id}`)
}
