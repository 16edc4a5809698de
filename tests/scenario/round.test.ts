import { beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../support/build/ids'
import { clock, nightRoundOf, Walker } from '../support/round-story'
import { beginStory } from '../support/story'

let story: ReturnType<typeof beginStory>
let round: ReturnType<typeof nightRoundOf>
let wang: Walker
let zhao: Walker
let zhou: Walker

beforeEach(async () => {
  story = beginStory()
  round = nightRoundOf(story)
  wang = new Walker(await story.phone('王', ['security']), round)
  zhao = new Walker(await story.phone('赵', ['security']), round)
  zhou = new Walker(await story.phone('周', ['supervisor']), round)
})

const everyoneUploads = async (...order: readonly Walker[]) => {
  for (const each of [...order, ...order, zhou]) await each.uploads()
}

describe('两个人一起走一轮', () => {
  it('都没信号,分头走,走过半夜:合起来是一轮,谁走了哪点看得清', async () => {
    wang.phone.goesDownstairs()
    zhao.phone.goesDownstairs()
    await wang.looksAt(1, clock(22, 30))
    await wang.looksAt(2, clock(22, 50))
    await wang.finishesPart(clock(22, 55))
    await zhao.looksAt(3, clock(23, 50))
    await zhao.looksAt(4, clock(24, 20))
    await zhao.finishesPart(clock(24, 25))
    wang.phone.comesUp()
    zhao.phone.comesUp()
    await everyoneUploads(zhao, wang)

    for (const each of [wang, zhao, zhou]) {
      const seen = await each.sees()
      expect(seen.whoWalked).toEqual([wang.staff, wang.staff, zhao.staff, zhao.staff])
      expect(seen.together).toBe('done')
      expect(seen.round?.startedAt).toBe(clock(22, 30))
    }
    expect((await wang.sees()).round).toEqual((await zhao.sees()).round)
  })

  it('走完是凌晨一点,早上八点才上传:按走的时间算,没有晚', async () => {
    wang.phone.goesDownstairs()
    for (const stop of [1, 2, 3, 4]) await wang.looksAt(stop, clock(24, 10 * stop))
    await wang.finishes(clock(25))
    story.server.clock = Math.max(story.server.clock, clock(32))
    wang.phone.comesUp()
    await everyoneUploads(wang)
    expect((await zhou.sees()).judgement).toBe('done')
  })

  it('两部手机都没信号,都点了完成:早的那次算,晚的也记着,先上传的是晚的那个也一样', async () => {
    for (const each of [wang, zhao]) each.phone.goesDownstairs()
    for (const stop of [1, 2, 3, 4]) await wang.looksAt(stop, clock(23, stop))
    await wang.finishes(clock(23, 30))
    for (const stop of [1, 2, 3, 4]) await zhao.looksAt(stop, clock(25, 50 + stop))
    await zhao.finishes(clock(26, 10))
    for (const each of [wang, zhao]) each.phone.comesUp()
    await everyoneUploads(zhao, wang)
    for (const each of [wang, zhao, zhou]) {
      const seen = await each.sees()
      expect(seen.judgement).toBe('done')
      expect(seen.round).toMatchObject({ status: 'finished', endedAt: clock(23, 30) })
      expect(seen.thread.filter((kind) => kind === 'finished' || kind === 'late')).toHaveLength(2)
      expect(seen.states).toEqual(Array(4).fill('normal'))
    }
  })
})

describe('转交', () => {
  it('王临时有事,把这一轮交给赵并写了原因:赵马上看到,王不用走了', async () => {
    await wang.handsOver(zhao, '家里有急事', clock(21, 50))
    await everyoneUploads(wang, zhao)
    expect(await wang.sees()).toMatchObject({ isMine: false })
    expect(await zhao.sees()).toMatchObject({ isMine: true })
    expect((await zhao.sees()).round?.thread).toMatchObject([
      { kind: 'handedOver', by: wang.staff, to: zhao.staff, reason: '家里有急事' },
    ])
    for (const stop of [1, 2, 3, 4]) await zhao.looksAt(stop, clock(22, stop))
    await zhao.finishes(clock(22, 30))
    await everyoneUploads(zhao)
    expect(await zhou.sees()).toMatchObject({ judgement: 'done', round: { walkers: [zhao.staff] } })
  })

  it('赵也走不开,交回给王', async () => {
    await wang.handsOver(zhao, '换班交接', clock(21, 50))
    await everyoneUploads(wang, zhao)
    await zhao.handsOver(wang, '监控室走不开', clock(21, 55))
    await everyoneUploads(zhao, wang)
    expect(await wang.sees()).toMatchObject({ isMine: true, thread: ['handedOver', 'handedOver'] })
    expect(await zhao.sees()).toMatchObject({ isMine: false })
  })
})

describe('补检', () => {
  it('昨晚没人走,今早补上并写了原因:记为补检,永远不算按时', async () => {
    await wang.begins(clock(32), { why: '半夜处理爆管' })
    for (const stop of [1, 2, 3, 4]) await wang.looksAt(stop, clock(32, stop))
    await wang.finishes(clock(33))
    await everyoneUploads(wang)
    expect(await zhou.sees()).toMatchObject({ judgement: 'madeUp' })
    expect((await zhou.sees()).round?.thread[0]).toMatchObject({ why: '半夜处理爆管' })
  })
})

describe('走到一半', () => {
  it('检查表改了:这一轮还按开始时的表走完,两种表的结果都算', async () => {
    await wang.looksAt(1, clock(22, 10))
    const changed = round.asked.stops.map((stop) => ({ ...stop, form: newId<typeof stop.form>() }))
    const after = new Walker(zhao.phone, { ...round, asked: { ...round.asked, stops: changed } })
    await after.looksAt(2, clock(22, 40))
    await everyoneUploads(wang, zhao)
    const seen = await zhou.sees()
    expect(seen.states).toEqual(['normal', 'normal', 'open', 'open'])
    expect(seen.round?.stops).toEqual(round.asked.stops)
  })

  it('王被调走了:手机里没交的照样收下并注明,别人的不再给他看', async () => {
    await wang.looksAt(1, clock(22, 10))
    await everyoneUploads(wang)
    wang.phone.goesDownstairs()
    await story.transfer(wang.phone)
    await wang.looksAt(2, story.server.clock + 5)
    await wang.finishesPart(story.server.clock + 6)
    wang.phone.comesUp()
    story.server.clock += 1_000
    expect(await wang.uploads()).toBe('done')
    await zhou.uploads()
    expect((await zhou.sees()).states).toEqual(['normal', 'normal', 'open', 'open'])
    expect((await zhou.sees()).thread).toEqual(['started', 'partFinished'])
    const database = await wang.phone.database()
    expect(await database.rounds.count()).toBe(0)
    const outcomes = (await database.outbox.toArray()).map(({ outcome }) => outcome?.outcome)
    expect(outcomes).not.toContain('refused')
  })

  it('手机时间往回拨了三天:一点不丢,不冤枉人,也不说没根据的话', async () => {
    await wang.looksAt(1, clock(22, 10))
    const back = clock(22, 40) - 3 * 24 * 60 * 60_000
    const facts = {
      ...{ rules: 1, finishedAt: back + 60_000, asked: 4, lastStopAt: clock(22, 12) },
    }
    await wang.looksAt(2, back, { facts })
    await wang.finishes(back + 120_000)
    await everyoneUploads(wang)
    const seen = await zhou.sees()
    expect(seen.judgement).toBe('unclear')
    expect(seen.states.slice(0, 2)).toEqual(['normal', 'normal'])
  })
})
