import * as v from 'valibot'
import { sessionSchema, type Session } from '../protocol/session'
import type { Person } from './phone'
import { knownPeople, noteSignedIn, rememberedPerson, rememberPerson } from './remembered'

export const personOf = ({ staff, company, scopes }: Session): Person => ({
  ...{ staff: staff.id, name: staff.name, roles: staff.roles, scopes },
  ...{ company: company.id, companyName: company.name },
})

/** Whoever the server knows this browser’s session to be; null where there is none, or no network. */
const askWhoIsHere = async (): Promise<Person | null> => {
  try {
    const response = await fetch('/api/v1/session')
    const session = v.safeParse(sessionSchema, response.ok ? await response.json() : null)
    return session.success ? personOf(session.output) : null
  } catch {
    // No network: what was remembered goes on to count.
    return null
  }
}

const dutiesOf = ({ name, roles, scopes, companyName }: Person): string =>
  JSON.stringify([name, companyName, [...roles].sort(), [...scopes].sort()])

/**
 * [SY58] Takes in what the server says of this person now. Answers whether it is another than the app
 * that is open was built for.
 */
export const takeDuties = async (person: Person): Promise<boolean> => {
  const now = await askWhoIsHere()
  const isTheirs = (other: Person | null) =>
    other?.staff === person.staff && other.company === person.company
  if (!now || !isTheirs(now) || !isTheirs(rememberedPerson())) return false
  if (dutiesOf(now) === dutiesOf(person)) return false
  rememberPerson(now)
  const known = knownPeople().find((each) => isTheirs(each.person))
  if (known) noteSignedIn(now, known.account)
  return true
}
