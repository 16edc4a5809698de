import * as v from 'valibot'
import { companyIdSchema, staffIdSchema } from '../domain/id'
import { roleSchema } from '../domain/role'
import { dropLook } from './look'
import type { Person } from './phone'

const KEY = 'mengya/person'
const PEOPLE = 'mengya/people'
const OWED = 'mengya/session-owed'
const personSchema = v.object({
  staff: staffIdSchema,
  name: v.string(),
  roles: v.array(roleSchema),
  company: companyIdSchema,
  companyName: v.string(),
  scopes: v.array(v.string()),
})

/** Whom this phone opens for without asking the server. Never a password, never a token. */
export const rememberedPerson = (): Person | null => {
  const text = localStorage.getItem(KEY)
  if (text === null) return null
  try {
    const read = v.safeParse(personSchema, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

export const rememberPerson = (person: Person | null): void => {
  dropLook()
  if (person) localStorage.setItem(KEY, JSON.stringify(person))
  else localStorage.removeItem(KEY)
}

const knownSchema = v.object({ person: personSchema, account: v.string(), hasSession: v.boolean() })

/** Somebody who signed in on this phone before. */
export interface KnownPerson {
  readonly person: Person
  readonly account: string
  /** The session of this browser is theirs. */
  readonly hasSession: boolean
}

/** [TD11] Who works on this phone, the latest first. Names and accounts; never a secret. */
export const knownPeople = (): readonly KnownPerson[] => {
  try {
    const read = v.safeParse(v.array(knownSchema), JSON.parse(localStorage.getItem(PEOPLE) ?? '[]'))
    return read.success ? read.output : []
  } catch {
    return []
  }
}

const keepPeople = (people: readonly KnownPerson[]) =>
  localStorage.setItem(PEOPLE, JSON.stringify(people))

type Whose = Pick<Person, 'company' | 'staff'>

export const isSame = (one: Whose, other: Whose): boolean =>
  one.staff === other.staff && one.company === other.company

/** The session of this browser is theirs from now on; everybody else needs the password again. */
export const noteSignedIn = (person: Person, account: string): void => {
  const others = knownPeople().filter((known) => !isSame(known.person, person))
  keepPeople([
    { person, account, hasSession: true },
    ...others.map((known) => ({ ...known, hasSession: false })),
  ])
}

export const forgetPerson = (person: Person): void =>
  keepPeople(knownPeople().filter((known) => !isSame(known.person, person)))

/** Whether the session of this browser is theirs. */
export const hasSessionHere = (person: Whose): boolean =>
  knownPeople().some((known) => known.hasSession && isSame(known.person, person))

/** [LK3] The server knows no session of theirs in this browser any more. */
export const noteSessionLost = (person: Person): void =>
  keepPeople(
    knownPeople().map((known) =>
      isSame(known.person, person) ? { ...known, hasSession: false } : known,
    ),
  )

/** [TD16] Whether a session is still to be ended that could not be reached when its person left. */
export const isSessionOwed = (): boolean => localStorage.getItem(OWED) !== null

export const noteSessionOwed = (isOwed: boolean): void => {
  if (isOwed) localStorage.setItem(OWED, '1')
  else localStorage.removeItem(OWED)
}
