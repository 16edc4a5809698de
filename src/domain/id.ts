import * as v from 'valibot'

/** Lower-case UUID as devices mint them (v7) or as they follow from a name (v5). */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The schema of one kind of id: `idSchema('TicketId')`. */
export const idSchema = <const Name extends string>(name: Name) =>
  v.pipe(v.string(), v.regex(UUID), v.brand(name))

export const companyIdSchema = idSchema('CompanyId')
export type CompanyId = v.InferOutput<typeof companyIdSchema>

export const staffIdSchema = idSchema('StaffId')
export type StaffId = v.InferOutput<typeof staffIdSchema>

export const deviceIdSchema = idSchema('DeviceId')
export type DeviceId = v.InferOutput<typeof deviceIdSchema>

export const changeIdSchema = idSchema('ChangeId')
export type ChangeId = v.InferOutput<typeof changeIdSchema>

export const groupIdSchema = idSchema('GroupId')
export type GroupId = v.InferOutput<typeof groupIdSchema>

/** Ties the many groups of one import together. */
export const importIdSchema = idSchema('ImportId')
export type ImportId = v.InferOutput<typeof importIdSchema>

/** Any record's id where the kind is said beside it. */
export const recordIdSchema = v.pipe(v.string(), v.regex(UUID))
export type RecordId = string

/** A UUIDv5: the same name under the same namespace gives the same id on every device. */
export type NameId = (namespace: string, name: string) => string
