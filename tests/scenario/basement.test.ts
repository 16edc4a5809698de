import { beforeEach, describe, expect, it } from 'vitest'
import { beginStory, type StoryPhone } from '../support/story'

let story: ReturnType<typeof beginStory>
let wang: StoryPhone
let zhou: StoryPhone

beforeEach(async () => {
  story = beginStory()
  wang = await story.phone('王')
  zhou = await story.phone('周', ['supervisor'])
})

describe('地下室里', () => {
  it('王在泵房记下漏水,手机没电又充上,上楼以后主管看得到', async () => {
    wang.goesDownstairs()
    const leak = await wang.finds('2号泵法兰滴水')
    await wang.says(leak, '接了个桶')
    expect(await wang.uploads()).toBe('offline')
    wang.dies()
    expect(await wang.hears(leak)).toEqual(['接了个桶'])
    expect(await wang.marks(leak)).toBe('onPhone')
    await zhou.uploads()
    expect(await zhou.sees(leak)).toBeUndefined()

    wang.comesUp()
    expect(await wang.uploads()).toBe('done')
    expect(await wang.marks(leak)).toBe('uploaded')
    await zhou.uploads()
    expect(await zhou.sees(leak)).toEqual(await wang.sees(leak))
  })

  it('电梯里答复丢了三次,主管那里只有一张工单、一句话', async () => {
    const lift = await wang.finds('3号梯异响')
    await wang.says(lift, '已叫维保')
    wang.losesAnswers()
    for (let turn = 0; turn < 3; turn += 1) expect(await wang.uploads()).toBe('offline')
    expect(await wang.marks(lift)).toBe('onPhone')
    wang.comesUp()
    await wang.uploads()
    await zhou.uploads()
    expect(await wang.marks(lift)).toBe('uploaded')
    expect(await zhou.hears(lift)).toEqual(['已叫维保'])
  })
})

describe('两个人', () => {
  it('王和周改了同一张单的标题:一个为准,另一个也留着', async () => {
    const door = await wang.finds('门禁坏了')
    await wang.uploads()
    await zhou.uploads()
    wang.goesDownstairs()
    await wang.renames(door, '2栋门禁刷不开')
    await zhou.renames(door, '2栋1单元门禁失灵')
    await zhou.uploads()
    wang.comesUp()
    await wang.uploads()
    await zhou.uploads()
    expect(await wang.sees(door)).toEqual(await zhou.sees(door))
    const titles = JSON.stringify(await zhou.sees(door))
    expect(titles).toContain('2栋门禁刷不开')
    expect(titles).toContain('2栋1单元门禁失灵')
  })

  it('王被调走的时候还在地下室:他写的照样交得上去,别人的不再给他看', async () => {
    const pipe = await wang.finds('水管渗水')
    await wang.uploads()
    wang.goesDownstairs()
    await wang.says(pipe, '已经关阀')
    await story.transfer(wang)
    wang.comesUp()
    await wang.uploads()
    await zhou.uploads()
    expect(await zhou.hears(pipe)).toEqual(['已经关阀'])
    expect(await wang.sees(pipe)).toBeUndefined()
  })
})

describe('机房里', () => {
  it('服务器退回了昨晚的备份:手机把之后的工作再交一遍,一样不少', async () => {
    const first = await wang.finds('顶楼漏雨')
    await wang.uploads()
    const backup = story.backUp()
    await wang.says(first, '已盖雨布')
    const second = await wang.finds('雨棚松动')
    await wang.uploads()
    story.restore(backup)
    await wang.uploads()
    await zhou.uploads()
    expect(await zhou.hears(first)).toEqual(['已盖雨布'])
    expect((await zhou.sees(second))?.title).toBe('雨棚松动')
    expect(await wang.marks(second)).toBe('uploaded')
  })
})
