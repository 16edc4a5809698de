import { beforeEach, describe, expect, it } from 'vitest'
import type { ChangeId } from '../../src/domain/id'
import { untoldOf } from '../../src/domain/ticket/closing'
import { joinedOf } from '../../src/domain/ticket/join'
import { clockOf } from '../../src/domain/ticket/question'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { newId } from '../support/build/ids'
import { photoRef } from '../support/build/patrol'
import { beginStory, type StoryPhone } from '../support/story'

let story: ReturnType<typeof beginStory>
let zhou: StoryPhone
let zhao: StoryPhone
let he: StoryPhone
let leak: TicketId

const everyone = async () => {
  for (const phone of [zhou, zhao, he, zhou, zhao, he]) await phone.uploads()
}
const staffOf = (phone: StoryPhone) => phone.caller.staff
const kindsOf = async (phone: StoryPhone) =>
  ((await phone.sees(leak))?.thread ?? []).map(({ kind }) => kind)

beforeEach(async () => {
  story = beginStory()
  zhou = await story.phone('周', ['supervisor'])
  zhao = await story.phone('赵', ['engineer'])
  he = await story.phone('何', ['engineer'])
  leak = await zhou.finds('2号泵法兰滴水')
  await zhou.does(leak, { act: 'assign', from: 'received', to: staffOf(zhao), words: '' })
  await everyone()
})

describe('一张工单的一生', () => {
  it('赵等配件,暂缓到后天;配件来了接着干,何复查退回,再修好', async () => {
    zhao.goesDownstairs()
    const until = ((await zhao.sees(leak))?.due.at ?? 0) + 2 * 86_400_000
    await zhao.does(leak, { act: 'accept', from: 'assigned' })
    await zhao.does(leak, { act: 'putOff', from: 'accepted', why: 'parts', until, words: '垫片' })
    zhao.comesUp()
    await everyone()
    const waiting = await zhou.sees(leak)
    expect(waiting).toMatchObject({ status: 'putOff', why: 'parts' })
    expect(waiting && clockOf(waiting)).toBe(until)

    const fixed = { words: '换了垫片', photos: [] }
    await zhao.does(leak, { act: 'start', from: 'putOff', words: '', photos: [] })
    await zhao.does(leak, { act: 'resolve', from: 'inProgress', ...fixed })
    await everyone()
    const looks = {
      act: 'recheck',
      from: 'resolved',
      words: '还在滴',
      photos: [photoRef('a')],
    } as const
    await he.does(leak, { ...looks, passed: false })
    await everyone()
    expect(await zhao.sees(leak)).toMatchObject({ status: 'inProgress', handler: staffOf(zhao) })
    await zhao.does(leak, { act: 'resolve', from: 'inProgress', ...fixed })
    await everyone()
    await he.does(leak, { ...looks, passed: true, words: '干了' })
    await everyone()
    expect(await zhou.sees(leak)).toMatchObject({ status: 'closed', closing: 'recheck' })
    expect(await zhou.sees(leak)).toEqual(await zhao.sees(leak))
  })

  it('赵在地下室转给何,周同时把它派给了何:先到的算数,晚到的留在经过里', async () => {
    zhao.goesDownstairs()
    const step = {
      act: 'transfer',
      from: 'assigned',
      to: staffOf(he),
      words: '我在修电梯',
    } as const
    await zhao.does(leak, step)
    await zhou.does(leak, { act: 'cancel', from: 'assigned', words: '和另一件是同一处' })
    await zhou.uploads()
    zhao.comesUp()
    await everyone()
    expect(await zhao.sees(leak)).toMatchObject({ status: 'closed', closing: 'cancelled' })
    expect(await kindsOf(zhou)).toEqual(['received', 'assigned', 'cancelled', 'late'])
    expect(JSON.stringify(await zhou.sees(leak))).toContain('我在修电梯')
  })

  it('办结的又漏了:周写明原因重开,还是赵的', async () => {
    await zhao.does(leak, { act: 'resolve', from: 'assigned', words: '好了', photos: [] })
    await everyone()
    const passed = { passed: true, words: '', photos: [photoRef('b')] }
    await he.does(leak, { act: 'recheck', from: 'resolved', ...passed })
    await everyone()
    await zhou.does(leak, { act: 'reopen', from: 'closed', words: '又漏了', photos: [] })
    await everyone()
    expect(await zhao.sees(leak)).toMatchObject({ status: 'inProgress', handler: staffOf(zhao) })
  })

  it('两位师傅在地下室同时接了同一件:先上传的算数,另一位的留在经过里', async () => {
    const lamp = await zhou.finds('灯不亮')
    await everyone()
    for (const phone of [zhao, he]) {
      phone.goesDownstairs()
      await phone.does(lamp, { act: 'accept', from: 'received' })
    }
    he.comesUp()
    await he.uploads()
    zhao.comesUp()
    await everyone()
    expect(await zhao.sees(lamp)).toMatchObject({ status: 'accepted', handler: staffOf(he) })
    expect((await zhou.sees(lamp))?.thread.at(-1)).toMatchObject({
      ...{ kind: 'late', step: 'accept', by: staffOf(zhao) },
    })
    expect(await zhou.sees(lamp)).toEqual(await zhao.sees(lamp))
  })

  it('周把楼上的并到楼下这件;这时楼下的已办结:它重新等着告知楼上业主', async () => {
    const home = newId<NonNullable<Ticket['home']>>()
    const upstairs = await zhou.finds('厨房返水', { home })
    await zhao.does(leak, { act: 'resolve', from: 'assigned', words: '通了', photos: [] })
    await everyone()
    zhou.goesDownstairs()
    const other = await zhou.sees(upstairs)
    if (!other) throw new Error('not here')
    await zhou.does(leak, { act: 'takeIn', joined: [...joinedOf(other)] })
    await zhou.does(upstairs, { act: 'join', from: 'received', into: leak })
    const looked = { passed: true, words: '通了', photos: [photoRef('d')] }
    await he.does(leak, { act: 'recheck', from: 'resolved', ...looked })
    await he.uploads()
    expect(await he.sees(leak)).toMatchObject({ status: 'closed' })
    zhou.comesUp()
    await everyone()
    const open = await zhao.sees(leak)
    expect(open).toMatchObject({ status: 'resolved', joined: [{ ticket: upstairs, home }] })
    expect(open && untoldOf(open)).toHaveLength(1)
    expect(await zhao.sees(upstairs)).toMatchObject({ closing: 'joined', into: leak })

    const told = { channel: 'phone', reached: true, words: '', nextWordAt: null } as const
    await zhou.does(leak, { act: 'tellOwner', ...told, of: upstairs })
    await zhou.does(leak, { act: 'close', from: 'resolved' })
    await everyone()
    expect(await zhao.sees(leak)).toMatchObject({ status: 'closed', closing: 'told' })
    expect(await zhou.sees(leak)).toEqual(await zhao.sees(leak))
  })

  it('赵点错了处理完,马上撤回;何已经复查过的,就撤不回了', async () => {
    await zhao.does(leak, { act: 'accept', from: 'assigned' })
    const done = { act: 'resolve', from: 'accepted', words: '', photos: [] } as const
    await zhao.does(leak, done)
    const step = async () => (await zhao.sees(leak))?.before?.change ?? newId<ChangeId>()
    await zhao.does(leak, { act: 'undo', change: await step() })
    await everyone()
    expect(await zhou.sees(leak)).toMatchObject({ status: 'accepted', handler: staffOf(zhao) })

    await zhao.does(leak, done)
    await everyone()
    zhao.goesDownstairs()
    await zhao.does(leak, { act: 'undo', change: await step() })
    const looked = { passed: true, words: '', photos: [photoRef('e')] }
    await he.does(leak, { act: 'recheck', from: 'resolved', ...looked })
    await he.uploads()
    zhao.comesUp()
    await everyone()
    expect(await zhou.sees(leak)).toMatchObject({ status: 'closed', closing: 'recheck' })
    expect((await zhao.sees(leak))?.thread.at(-1)).toMatchObject({ kind: 'late', step: 'undo' })
  })
})
