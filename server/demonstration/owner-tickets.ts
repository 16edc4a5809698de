import type { Caller } from '../../src/domain/caller'
import type { Community } from '../../src/domain/community'
import type { StaffId } from '../../src/domain/id'
import { HOUR, MINUTE, type Instant } from '../../src/domain/instant'
import type { PlaceId } from '../../src/domain/place'
import { dueOf } from '../../src/domain/ticket/question'
import type { Ticket, TicketStatus } from '../../src/domain/ticket/ticket'
import { STORIES, type Story } from './owner-story'
import { demonstrationId, type DemonstrationDevice } from './writer'

export interface Hand {
  readonly staff: StaffId
  readonly device: DemonstrationDevice
}

const STEPS: readonly TicketStatus[] = [
  'received',
  'assigned',
  'accepted',
  'inProgress',
  'resolved',
  'closed',
]

export interface Desk {
  readonly community: Community
  readonly now: Instant
  readonly takes: Hand
  readonly dispatches: Hand
  readonly handles: readonly Hand[]
}

const reaches = (story: Story, status: TicketStatus): boolean =>
  STEPS.indexOf(story.upTo) >= STEPS.indexOf(status)

const takeIn = (desk: Desk, story: Story, ticket: Ticket['id'], at: Instant): void => {
  const caller = demonstrationId<Caller['id']>(`caller ${story.title}`)
  const [name, phone] = story.caller
  const { community, takes } = desk
  takes.device.do(at, 'Caller', caller, {
    act: 'note',
    caller: {
      id: caller,
      community: community.id,
      ticket,
      name,
      phone,
      words: story.words,
      saidAt: at,
    },
  })
  const matter = {
    kind: story.kind,
    gravity: story.major ? 'major' : 'ordinary',
    urgent: story.urgent ?? false,
  } as const
  const home = demonstrationId<PlaceId>(`place ${story.home}`)
  takes.device.do(at, 'Ticket', ticket, {
    ...{
      act: 'receive',
      community: community.id,
      ...matter,
      title: story.title,
      words: story.words,
    },
    ...{ place: home, facility: null, spot: '', home, caller, photos: [], fixed: null },
    origin: { by: 'owner', channel: 'phone' },
    firstResponsible: takes.staff,
    due: dueOf(matter, at, community.deadlines),
  })
}

const follow = (desk: Desk, story: Story, ticket: Ticket['id'], at: Instant, hand: Hand): void => {
  const step = Math.min((story.hoursAgo * HOUR) / 8, 40 * MINUTE)
  if (reaches(story, 'assigned'))
    desk.dispatches.device.do(at + step, 'Ticket', ticket, {
      ...{ act: 'assign', from: 'received', to: hand.staff, words: '' },
    })
  if (reaches(story, 'accepted'))
    hand.device.do(at + 2 * step, 'Ticket', ticket, { act: 'accept', from: 'assigned' })
  if (story.told)
    desk.takes.device.do(at + 3 * step, 'Ticket', ticket, {
      ...{ act: 'tellOwner', channel: 'phone', reached: true, words: story.told, nextWordAt: null },
    })
  if (reaches(story, 'inProgress'))
    hand.device.do(at + 4 * step, 'Ticket', ticket, {
      ...{ act: 'start', from: 'accepted', words: '到场', photos: [] },
    })
  if (reaches(story, 'resolved'))
    hand.device.do(at + 5 * step, 'Ticket', ticket, {
      ...{ act: 'resolve', from: 'inProgress', words: '处理好了', photos: [] },
    })
  if (reaches(story, 'closed')) {
    desk.takes.device.do(at + 6 * step, 'Ticket', ticket, {
      ...{
        act: 'tellOwner',
        channel: 'phone',
        reached: true,
        words: '已告知处理结果',
        nextWordAt: null,
      },
    })
    desk.takes.device.do(at + 6 * step, 'Ticket', ticket, { act: 'close', from: 'resolved' })
  }
}

/** What owners brought up lately; each story is sent in the order it happened. */
export const hearTheOwners = async (desk: Desk): Promise<void> => {
  for (const [index, story] of STORIES.entries()) {
    const ticket = demonstrationId<Ticket['id']>(`ticket ${story.title}`)
    const at = desk.now - Math.round(story.hoursAgo * HOUR)
    const hand = desk.handles[index % desk.handles.length]
    if (!hand) return
    takeIn(desk, story, ticket, at)
    await desk.takes.device.send()
    await followInOrder(desk, story, ticket, at, hand)
  }
}

/** Steps of several people on one ticket depend on one another, so each is sent before the next. */
const followInOrder = async (
  desk: Desk,
  story: Story,
  ticket: Ticket['id'],
  at: Instant,
  hand: Hand,
): Promise<void> => {
  follow(desk, story, ticket, at, hand)
  await desk.dispatches.device.send()
  await hand.device.send()
  await desk.takes.device.send()
}
