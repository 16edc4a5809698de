import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import { clockSettingsOf, communityKind, type Community } from '../../src/domain/community'
import { settingsOf, type SettingEdits } from '../../src/domain/community-settings'
import type { CommunityAct } from '../../src/domain/community'
import { nameId, newId } from '../support/build/ids'
import { buildPatrol } from '../support/build/patrol'

const [ZHOU, LIN] = [newId<StaffId>(), newId<StaffId>()]
const { community } = buildPatrol(ZHOU)

const put = (held: Community | null, act: CommunityAct, change: string = newId()) => {
  const context = { at: 9, by: ZHOU, change: change as never, record: community.id, nameId }
  const result = communityKind.apply(held, act, context)
  if (result.outcome === 'refused') throw new Error(`${act.act} refused`)
  return result
}
const amend = (held: Community, fields: SettingEdits, change?: string) =>
  put(held, { act: 'amend', fields }, change)
const reasons = (...meant: string[]): SettingEdits => ({ majorReasons: { seen: null, meant } })

describe('the settings of a community', () => {
  it('[CS1] are changed one by one, from what was seen', () => {
    const one = amend(community, reasons('有人受伤'))
    expect(one).toMatchObject({ outcome: 'applied', record: { majorReasons: ['有人受伤'] } })
    const both = amend(one.record, { leader: { seen: community.leader, meant: LIN } })
    expect(both.record).toMatchObject({ majorReasons: ['有人受伤'], leader: LIN })
  })

  it('[CS2] two change the same: what stood first stays, the other is kept beside it', () => {
    const one = amend(community, reasons('有人受伤')).record
    const other = amend(one, { ...reasons('媒体过问'), repeatDays: { seen: null, meant: 30 } })
    expect(other).toMatchObject({
      ...{ outcome: 'noted', why: 'field-lost' },
      record: { majorReasons: ['有人受伤'], repeatDays: 30 },
    })
    expect(other.record.amended?.at(-1)).toMatchObject({
      ...{ by: ZHOU, was: { repeatDays: null }, lost: { majorReasons: ['媒体过问'] } },
    })
  })

  it('[CS3] keep what was before, so that it can be put back; nothing said is what is usual', () => {
    const one = amend(community, reasons('有人受伤')).record
    const { was } = one.amended?.at(-1) ?? {}
    expect(was).toEqual({ majorReasons: null })
    const back = amend(one, { majorReasons: { seen: ['有人受伤'], meant: null } }).record
    expect('majorReasons' in back).toBe(false)
    expect(settingsOf(back)).toEqual(settingsOf(community))
  })

  it('[CS3] keep the last few changes, and none twice', () => {
    let held: Community = community
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 365 }), (meant) => {
        const change = newId()
        const edit: SettingEdits = { repeatDays: { seen: held.repeatDays ?? null, meant } }
        held = amend(held, edit, change).record
        expect(held.repeatDays).toBe(meant)
        expect(held.amended?.length ?? 0).toBeLessThanOrEqual(9)
        expect(amend(held, edit, change).record).toEqual(held)
      }),
    )
  })

  it('[CS2] knows what was seen in whatever order a database gave its fields back', () => {
    const meant = { posts: [{ id: 'monitor', name: '监控中心' }], wrapUpFrom: 1050 }
    const one = amend(community, { dayEnd: { seen: null, meant } } as never).record
    const kept = {
      ...one,
      dayEnd: { wrapUpFrom: 1050, posts: [{ name: '监控中心', id: 'monitor' }] },
    }
    const next = amend(
      kept as never,
      {
        dayEnd: { seen: meant, meant: { ...meant, wrapUpFrom: 1080 } },
      } as never,
    )
    expect(next).toMatchObject({ outcome: 'applied', record: { dayEnd: { wrapUpFrom: 1080 } } })
  })

  it('[CS4] an earlier app resets no leader, however much was changed since', () => {
    let held = amend(community, { leader: { seen: community.leader, meant: LIN } }).record
    for (let days = 10; days < 24; days += 1)
      held = amend(held, { repeatDays: { seen: held.repeatDays ?? null, meant: days } }).record
    expect(put(held, { act: 'configure', community }).record.leader).toBe(LIN)
  })

  it('[CS4] an earlier app sets what it knows and resets nothing it did not', () => {
    const timing = { ...community.timing, calendar: { ...community.timing.calendar, daysOff: [] } }
    const settings = { ...clockSettingsOf({ ...community, timing }) }
    settings.deadlines = { ...settings.deadlines, defect: 77 }
    const set = put(community, { act: 'setClocks', settings, seen: 1 }).record
    const held = amend(set, {
      ...reasons('有人受伤'),
      leader: { seen: community.leader, meant: LIN },
    }).record
    const older = { ...community, phrases: ['新的短语'] }
    const next = put(held, { act: 'configure', community: older }).record
    expect(next).toEqual({ ...held, phrases: ['新的短语'] })
  })
})
