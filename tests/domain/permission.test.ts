import { describe, expect, it } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import type { StaffId } from '../../src/domain/id'
import type { PlaceId } from '../../src/domain/place'
import { KIND_NAMES, KINDS } from '../../src/domain/kind-table'
import { ACT_TABLE, mayAct, scopesOf } from '../../src/domain/permission'
import { ROLES } from '../../src/domain/role'
import { newId } from '../support/build/ids'

describe('permissions', () => {
  it('[PE1] every act of every kind names who may do it, and nobody else may', () => {
    for (const kind of KIND_NAMES) {
      const table: Readonly<Record<string, readonly string[]>> = ACT_TABLE[kind]
      expect(Object.keys(table).sort()).toEqual(Object.keys(KINDS[kind].acts).sort())
      for (const [act, roles] of Object.entries(table))
        for (const role of ROLES) expect(mayAct([role], kind, act)).toBe(roles.includes(role))
    }
    expect(mayAct([...ROLES], 'Ticket', 'fly')).toBe(false)
  })

  it('[PE2] roles and duties give scopes; homes only for those who serve them', () => {
    const [community, building] = [newId<CommunityId>(), newId<PlaceId>()]
    const staff = newId<StaffId>()
    const scopes = (role: (typeof ROLES)[number]) =>
      scopesOf([{ role, community, buildings: [building] }], staff)
    expect(scopes('cleaner')).toEqual([...[`community:${community}`, 'company', `own:${staff}`]])
    expect(scopes('engineer')).toContain(`callers:${community}`)
    expect(scopes('engineer')).not.toContain(`homes:${building}`)
    expect(scopes('steward')).toContain(`homes:${building}`)
    expect(scopesOf([], staff)).toEqual([])
  })
})
