import * as v from 'valibot'
import { companyIdSchema, staffIdSchema } from '../domain/id'
import type { Immutable } from '../domain/immutable'
import { instantSchema } from '../domain/instant'
import { roleSchema } from '../domain/role'
import { scopeSchema } from '../domain/scope'

export const signInSchema = v.object({
  account: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  deviceName: v.optional(v.pipe(v.string(), v.maxLength(120))),
})

export const sessionSchema = v.object({
  staff: v.object({ id: staffIdSchema, name: v.string(), roles: v.array(roleSchema) }),
  company: v.object({ id: companyIdSchema, name: v.string() }),
  scopes: v.array(scopeSchema),
  serverTime: instantSchema,
  expiresAt: instantSchema,
})

export type Session = Immutable<v.InferOutput<typeof sessionSchema>>

/** A new password is at least eight characters; length counts, not signs. */
export const nextPasswordSchema = v.object({
  current: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  next: v.pipe(v.string(), v.minLength(8), v.maxLength(256)),
})
