import * as v from 'valibot'

/** What a person is employed to do (岗位). One person may have several, each for some place. */
export const ROLES = [
  'steward',
  'customerService',
  'engineer',
  'security',
  'cleaner',
  'gardener',
  'supervisor',
  'manager',
  'administrator',
] as const

export type Role = (typeof ROLES)[number]

export const roleSchema = v.picklist(ROLES)
