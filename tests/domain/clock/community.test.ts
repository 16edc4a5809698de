import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_TIMING } from '../../../src/domain/clock/first-timing'
import {
  clockSettingsOf,
  communityKind,
  type Community,
  type CommunityAct,
} from '../../../src/domain/community'
import { HOUR } from '../../../src/domain/instant'
import { upcastAct, upcastRecord } from '../../../src/protocol/upcast'
import { newId } from '../../support/build/ids'
import { buildPatrol } from '../../support/build/patrol'

const { community } = buildPatrol(newId())
const context = (over: object = {}) => ({
  ...{ at: 9 * HOUR, by: newId(), change: newId(), record: community.id, nameId: () => newId() },
  ...over,
})
const settings = {
  ...clockSettingsOf(community),
  deadlines: { ...clockSettingsOf(community).deadlines, urgentOnSite: 30 },
}
const set = (seen: number): CommunityAct => ({ act: 'setClocks', seen, settings })
const does = (record: Community, act: CommunityAct, over: object = {}) => {
  const result = communityKind.apply(record, act, context(over) as never)
  if (result.outcome === 'refused') throw new Error('refused')
  return result
}

describe('the clocks of a community', () => {
  it('[CK4] an older community begins with weekends off and the figures of the text', () => {
    const { timing: _, ...older } = community
    const found = { act: 'found', community: older }
    const act = upcastAct('Community', 2, found) as unknown as { community: Community }
    expect(act.community.timing).toEqual(FIRST_TIMING)
    const record = upcastRecord('Community', 2, older) as Community
    expect(record.timing).toEqual(FIRST_TIMING)
    expect(upcastRecord('Community', 2, record)).toEqual(record)
  })

  it('[CK5] are set from the version that was seen, and say what they were before', () => {
    const { record, outcome } = does(community, set(1))
    expect(outcome).toBe('applied')
    expect(record.deadlines).toMatchObject({ version: 2, urgentOnSite: 30 })
    expect(record.timing.changed).toMatchObject([
      { stands: true, settings: { deadlines: { urgentOnSite: 45 } } },
    ])
  })

  it('[CK5] set from a version that is no more, are kept beside and change nothing', () => {
    const first = does(community, set(1)).record
    const { record, outcome } = does(first, set(1))
    expect(outcome).toBe('noted')
    expect(record.deadlines).toEqual(first.deadlines)
    expect(record.timing.changed.at(-1)).toMatchObject({ stands: false, settings })
  })

  it('[CK5] keep the last twelve changes, and the same change counts once', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (rights) => {
        const last = rights.reduce((held: Community, isRight) => {
          const change = newId()
          const act = set(isRight ? held.deadlines.version : held.deadlines.version + 1)
          const { record } = does(held, act, { change })
          expect(does(record, act, { change }).record).toEqual(record)
          return record
        }, community)
        expect(last.timing.changed.length).toBeLessThanOrEqual(12)
        expect(last.deadlines.version).toBe(1 + rights.filter(Boolean).length)
      }),
    )
  })
})
