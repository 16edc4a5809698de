import type { Caller } from '../caller'
import type { OwnerLetter } from '../letter/letter'
import type { OwnerPromise } from '../promise/promise'
import type { RepairNote } from '../repair/repair-note'
import type { Ticket } from '../ticket/ticket'
import { localDay, type TimeZone } from '../time-zone'
import type { OwnerVisit } from '../visit/owner-visit'
import type { OwnerFile } from './owner-file'

/** Every kind of record that may hold something about a person. */
export interface PersonalRecords {
  readonly files: readonly OwnerFile[]
  readonly callers: readonly Caller[]
  readonly tickets: readonly Ticket[]
  readonly visits: readonly OwnerVisit[]
  readonly promises: readonly OwnerPromise[]
  readonly letters: readonly OwnerLetter[]
  readonly repairs: readonly RepairNote[]
}

/** [OF13] Their files: in each building, and those that were merged into one of them. */
export const filesOf = (file: OwnerFile, files: readonly OwnerFile[]): readonly OwnerFile[] => {
  const own = files.filter(({ id, person }) => id === file.id || person === file.person)
  const ids = new Set(own.map(({ id }) => id))
  const merged = files.filter(
    ({ id, mergedInto }) => !ids.has(id) && mergedInto !== null && ids.has(mergedInto.into),
  )
  return [...own, ...merged]
}

const digits = (number: string): string => number.replace(/\D/g, '')

/**
 * [OF14] What is held about one person: their files, and from their homes, while they were tied to
 * them, what speaks of them. Who spoke is them by the number, or by the name at their own home.
 */
export const dataOf = (file: OwnerFile, held: PersonalRecords, zone: TimeZone): PersonalRecords => {
  const files = filesOf(file, held.files)
  // The file they went on in took the homes over.
  const ties = files.flatMap(({ mergedInto, ties: own }) => (mergedInto ? [] : own))
  const wasTheirs = (home: string | null, at: number): boolean => {
    const day = localDay(at, zone)
    return ties.some(
      (tie) => tie.home === home && (tie.since ?? '') <= day && day <= (tie.leftOn ?? '9999-12-31'),
    )
  }
  const numbers = new Set(files.flatMap(({ phones }) => phones.map(digits)))
  const names = new Set(files.map(({ name }) => name))
  const ticketById = new Map(held.tickets.map((ticket) => [ticket.id, ticket]))
  const callers = held.callers.filter(({ ticket, phone, name, saidAt }) => {
    if (phone && numbers.has(digits(phone))) return true
    return names.has(name) && wasTheirs(ticketById.get(ticket)?.home ?? null, saidAt)
  })
  const callerIds = new Set<string>(callers.map(({ id }) => id))
  const ticketIds = new Set<string>(callers.map(({ ticket }) => ticket))
  return {
    ...{ files, callers },
    tickets: held.tickets.filter(({ id }) => ticketIds.has(id)),
    visits: held.visits.filter(({ home, made }) => wasTheirs(home, made.at)),
    promises: held.promises.filter(
      ({ caller, home, madeAt }) =>
        (caller !== null && callerIds.has(caller)) || wasTheirs(home, madeAt),
    ),
    letters: held.letters.filter(({ ticket }) => ticketIds.has(ticket)),
    repairs: held.repairs.filter(({ ticket }) => ticketIds.has(ticket)),
  }
}
