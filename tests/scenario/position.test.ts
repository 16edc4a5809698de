import { beforeEach, describe, expect, it } from 'vitest'
import type { Checkpoint, CheckpointId } from '../../src/domain/checkpoint'
import { fixOf, nearness, reachOf, type Fix } from '../../src/domain/position'
import { DOUBT_RULES, doubtsOf, questionsIn, type VisitFacts } from '../../src/domain/visit-doubt'
import { newId } from '../support/build/ids'
import { clock, nightRoundOf, Walker } from '../support/round-story'
import { beginStory } from '../support/story'

/** Two kilometres to the north of where he stands, the phone thinks. */
const MISTAKEN = { latitude: 31.2484, longitude: 121.4737, accuracy: 20 }
const PUMP = { latitude: 31.2304, longitude: 121.4737 }

let story: ReturnType<typeof beginStory>
let wang: Walker
let zhou: Walker
let round: ReturnType<typeof nightRoundOf>

/** The supervisor stood at the pump room and measured where it is. */
const measurePump = async (id: CheckpointId) => {
  const pump: Checkpoint = {
    ...{ id, community: story.community, name: '泵房', place: newId(), facility: null },
    ...{ form: newId(), token: 'PumpPumpPumpPump' },
  }
  const measured = { act: 'locate' as const, ...PUMP, within: 30, accuracy: 6, fixes: 5 }
  await zhou.phone.saves([
    { kind: 'Checkpoint', record: id, act: { act: 'set', checkpoint: pump } },
    { kind: 'Checkpoint', record: id, act: measured },
  ])
  await zhou.uploads()
  await wang.uploads()
}
const ownOf = async (walker: Walker, id: CheckpointId) =>
  (await (await walker.phone.database()).checkpoints.get(id))?.record.position
const visitsAt = async (walker: Walker) =>
  (await (await walker.phone.database()).checkpointVisits.toArray()).map(({ record }) => record)

beforeEach(async () => {
  story = beginStory()
  round = nightRoundOf(story)
  wang = new Walker(await story.phone('王', ['security']), round)
  zhou = new Walker(await story.phone('周', ['supervisor']), round)
})

describe('泵房里定位差了两公里', () => {
  it('[CI2] [DO2] 手机问了一句,王照样签到、照样走完,一样没丢;主管看得到差多远、他怎么说', async () => {
    const [stop] = round.asked.stops
    if (!stop) throw new Error('The round has no stops.')
    await measurePump(stop.checkpoint)
    wang.phone.goesDownstairs()
    const own = await ownOf(wang, stop.checkpoint)
    if (!own) throw new Error('His phone does not know where the pump room is.')
    const fix: Fix = fixOf(MISTAKEN, own)
    expect(fix.distance).toBe(2_002)
    expect(nearness(fix.distance ?? 0, fix.accuracy, own.within)).toBe('far')

    const at = clock(22, 30)
    const facts: VisitFacts = {
      ...{ rules: DOUBT_RULES, finishedAt: clock(22, 34), asked: 4, lastStopAt: null },
      distance: { metres: fix.distance ?? 0, accepted: reachOf(own.within, fix.accuracy) },
    }
    expect(questionsIn(doubtsOf(at, facts, facts.finishedAt)).map(({ kind }) => kind)).toEqual([
      'far',
    ])
    await wang.looksAt(1, facts.finishedAt, {
      ...{ checkIn: { by: 'position', at, position: fix }, facts, said: '地下室,定位不准' },
      answers: [{ item: 'leak', value: 'normal' }],
    })
    wang.phone.dies()
    expect(await wang.uploads()).toBe('offline')
    wang.phone.comesUp()
    expect(await wang.uploads()).toBe('done')
    await zhou.uploads()

    for (const each of [wang, zhou])
      expect(await visitsAt(each)).toMatchObject([
        {
          ...{ checkIn: { by: 'position', position: fix }, said: '地下室,定位不准' },
          answers: [{ item: 'leak', value: 'normal' }],
          doubts: [{ kind: 'far', metres: 2_002, accepted: 50 }],
          voided: null,
        },
      ])
    expect((await zhou.sees()).states[0]).toBe('normal')
    const database = await wang.phone.database()
    expect(await database.outbox.where('state').equals('refused').count()).toBe(0)
  })
})
