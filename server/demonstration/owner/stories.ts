import type { CallerId } from '../../../src/domain/caller'
import { HOUR, MINUTE } from '../../../src/domain/instant'
import type { PlaceId } from '../../../src/domain/place'
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
  if (reaches(story, 'inProgress'))
    pen.wait(step).step(hand, { act: 'start', words: '到场', photos: [] })
  if (reaches(story, 'resolved'))
    pen.wait(step).step(hand, { act: 'resolve', words: story.done ?? '处理好了', photos: [] })
  if (reaches(story, 'closed')) {
    pen.wait(step)
    tell('已告知处理结果,业主说可以')
    pen.step(wang, { act: 'close' })
  }
}

/** What owners brought up in the last days, each as far as it has come. */
export const hearTheLatest = (world: World): void => {
  for (const story of STORIES) {
    const { title, kind, words, urgent = false } = story
    const [name, phone] = story.caller
    const ticket = demonstrationId<TicketId>(`ticket ${title}`)
    const at = world.now - Math.round(story.hoursAgo * HOUR)
    const wang = world.hand('wangfang')
    takeDown(world, {
      ...{ ticket, caller: demonstrationId<CallerId>(`caller ${title}`), name, phone, at },
      ...{
        taker: wang,
        responsible: world.hand(story.steward),
        channel: 'phone',
        kind,
        urgent,
        title,
        words,
      },
      ...{ home: demonstrationId<PlaceId>(`place ${story.home}`), photos: [] },
      gravity: story.major ? 'major' : 'ordinary',
    })
    goOn(world, story, new TicketPen(world, ticket, at), world.hand(story.hand))
  }
}
