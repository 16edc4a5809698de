import * as v from 'valibot'
import { companyIdSchema, staffIdSchema } from '../domain/id'
import { roleSchema } from '../domain/role'
import type { Person } from './phone'

const KEY = 'mengya/person'
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
  if (person) localStorage.setItem(KEY, JSON.stringify(person))
  else localStorage.removeItem(KEY)
}
