import { beforeEach, describe, expect, it } from 'vitest'
import type { Unit } from '../../src/domain/home/matrix'
import type { PlaceId } from '../../src/domain/place'
import { localDay } from '../../src/domain/time-zone'
import { coverageOf } from '../../src/domain/visit/coverage'
import type { OwnerVisit, RecordVisit } from '../../src/domain/visit/owner-visit'
import { USUAL_VISIT_RULE } from '../../src/domain/visit/usual-rule'
import { visitedHome, visitsByHome } from '../../src/domain/visit/visited-home'
import { newId } from '../support/build/ids'
import { visitAct } from '../support/build/visit'
import { beginStory, StoryPhone } from '../support/story'

const ZONE = 'Asia/Shanghai'
const [BUILDING, HOME] = [newId<PlaceId>(), newId<PlaceId>()]

let story: ReturnType<typeof beginStory>
let li: StoryPhone
let wang: StoryPhone
let zhou: StoryPhone

const hire = async (name: string, role: 'steward' | 'supervisor') => {
  const { server } = story
  return new StoryPhone(name, server, await server.staff([role], [server.community], [BUILDING]))
}
const goes = async (who: StoryPhone, said: Partial<RecordVisit>) => {
  const told = { community: story.community, building: BUILDING, home: HOME }
  const record = newId<string>()
  await who.saves([{ kind: 'OwnerVisit', record, act: visitAct({ ...told, ...said }) }])
  return record
}
const reads = async (who: StoryPhone): Promise<readonly OwnerVisit[]> =>
  (await (await who.database()).ownerVisits.toArray()).map(({ record }) => record)
/** What the supervisor's desk counts of today. */
const counts = async () => {
  const now = story.server.clock
  const today = localDay(now, ZONE)
  const day = { rule: USUAL_VISIT_RULE, zone: ZONE, today }
  const unit = { id: HOME, occupancy: 'owner' } as Unit
  const visits = visitsByHome(await reads(zhou)).get(HOME) ?? []
  const home = visitedHome(unit, BUILDING, visits, day)
  return coverageOf([home], { from: 0, until: now + 1 }, today)
}
const everyone = async () => {
  for (const phone of [li, wang, zhou]) await phone.uploads()
}

beforeEach(async () => {
  story = beginStory()
  li = await hire('李', 'steward')
  wang = await hire('王', 'steward')
  zhou = await hire('周', 'supervisor')
  await everyone()
})

describe('走访', () => {
  it('[VI13] 李在地下没网时去敲门没人,上来见到了;周的统计里一户见到、一次没见到', async () => {
    li.goesDownstairs()
    await goes(li, { result: 'notHome', slip: true })
    expect(await counts()).toMatchObject({ door: 0, attempts: 0 })
    await goes(li, { said: '一家都好' })
    li.comesUp()
    await everyone()
    expect(await counts()).toMatchObject({ door: 1, met: 1, attempts: 1 })
    expect(await reads(zhou)).toHaveLength(2)
  })

  it('[VI17] 李和王没网时同一趟去了同一户,两份都在,没见到只算一次', async () => {
    for (const phone of [li, wang]) phone.goesDownstairs()
    await goes(li, { result: 'notHome' })
    await goes(wang, { result: 'notHome' })
    for (const phone of [li, wang]) phone.comesUp()
    await everyone()
    await everyone()
    expect(await counts()).toMatchObject({ met: 0, attempts: 1 })
    expect(await reads(wang)).toHaveLength(2)
  })

  it('[VI2] 李没网时被调走,没上传的走访照样上去,做了记号,手机上不再有这栋楼', async () => {
    li.goesDownstairs()
    await goes(li, { said: '走之前的一户' })
    await story.transfer(li)
    const late = await goes(li, { said: '不知道已经调走,又去了一户' })
    li.comesUp()
    await everyone()
    expect((await reads(zhou)).map(({ said }) => said).sort()).toEqual(
      ['走之前的一户', '不知道已经调走,又去了一户'].sort(),
    )
    const { ownerVisits } = await zhou.database()
    const marks = (await ownerVisits.get(late))?.marked?.flatMap((each) => each.marks)
    expect(marks).toEqual(['after-revocation'])
    expect((await ownerVisits.toArray()).filter((each) => each.marked?.length)).toHaveLength(1)
    await li.uploads()
    expect(await reads(li)).toEqual([])
  })
})
