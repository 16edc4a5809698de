import type { CallerId } from '../../../src/domain/caller'
import { HOUR, MINUTE } from '../../../src/domain/instant'
import type { PlaceId } from '../../../src/domain/place'
import type { Joined } from '../../../src/domain/ticket/joined'
import type { TicketId, TicketStatus } from '../../../src/domain/ticket/ticket'
import { TicketPen } from '../ticket-pen'
import type { Hand } from '../timeline'
import type { World } from '../world'
import { demonstrationId } from '../writer'
import { takeDown } from './desk'
import { STORIES, type Story } from './story'

const STEPS: readonly TicketStatus[] = [
  ...(['received', 'assigned', 'accepted', 'inProgress', 'resolved', 'closed'] as const),
]

const reaches = (story: Story, status: TicketStatus): boolean =>
  STEPS.indexOf(story.upTo) >= STEPS.indexOf(status)

const goOn = (world: World, story: Story, pen: TicketPen, hand: Hand): void => {
  const wang = world.hand('wangfang')
  const step = Math.min((story.hoursAgo * HOUR) / 8, 40 * MINUTE) / MINUTE
  const tell = (words: string) =>
    pen.note(wang, { act: 'tellOwner', channel: 'phone', reached: true, words, nextWordAt: null })
  if (reaches(story, 'assigned'))
    pen.wait(step).step(world.hand('zhoujie'), { act: 'assign', to: hand.staff, words: '' })
  if (reaches(story, 'accepted')) pen.wait(step).step(hand, { act: 'accept' })
  if (story.told) {
    pen.wait(step)
    tell(story.told)
  }
  if (story.outside)
    pen.wait(5).step(hand, { act: 'engage', ...story.outside, until: world.now + 6 * HOUR })
  if (story.declined) decline(world, story.declined, pen)
  if (reaches(story, 'inProgress'))
    pen.wait(step).step(hand, { act: 'start', words: '', photos: [] })
  if (reaches(story, 'resolved'))
    pen.wait(step).step(hand, { act: 'resolve', words: story.done ?? '处理好了', photos: [] })
  if (reaches(story, 'closed')) {
    pen.wait(step)
    tell('已告知处理结果,业主说可以')
    pen.step(wang, { act: 'close' })
  }
}

const decline = (world: World, words: string, pen: TicketPen): void => {
  const channel = 'phone'
  pen.wait(20).step(world.hand('zhoujie'), { act: 'decline', words })
  const told = { reached: true, words: '说明了原因,业主表示理解', nextWordAt: null }
  pen.wait(3).note(world.hand('wangfang'), { act: 'tellOwner', channel, ...told })
}

/** [TK18] The same matter told by a neighbour: taken in by the one, and closed itself. */
const joinTo = (world: World, title: string, joined: Joined, pen: TicketPen): void => {
  const into = demonstrationId<TicketId>(`ticket ${title}`)
  const zhou = world.hand('zhoujie')
  pen.wait(15)
  world.timeline.add(zhou, pen.now, 'Ticket', into, { act: 'takeIn', joined: [joined] })
  pen.step(zhou, { act: 'join', into })
}

/** What owners brought up in the last days, each as far as it has come. */
export const hearTheLatest = (world: World): void => {
  for (const story of STORIES) {
    const { title, kind, words, urgent = false } = story
    const [name, phone] = story.caller
    const ticket = demonstrationId<TicketId>(`ticket ${title}`)
    const at = world.now - Math.round(story.hoursAgo * HOUR)
    const wang = world.hand('wangfang')
    const caller = demonstrationId<CallerId>(`caller ${title}`)
    const home = demonstrationId<PlaceId>(`place ${story.home}`)
    takeDown(world, {
      ...{ ticket, caller, name, phone, at },
      ...{
        taker: wang,
        responsible: world.hand(story.steward),
        channel: 'phone',
        kind,
        urgent,
        title,
        words,
      },
      ...{ home, photos: [] },
      gravity: story.major ? 'major' : 'ordinary',
    })
    const pen = new TicketPen(world, ticket, at)
    goOn(world, story, pen, world.hand(story.hand))
    if (story.joins) joinTo(world, story.joins, { ticket, home, caller, with: null }, pen)
  }
}
