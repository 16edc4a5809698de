import type { Caller } from '../../src/domain/caller'
import type { Community } from '../../src/domain/community'
import type { StaffId } from '../../src/domain/id'
import { HOUR, MINUTE, type Instant } from '../../src/domain/instant'
import type { PlaceId } from '../../src/domain/place'
import { dueOf } from '../../src/domain/ticket/question'
import type { Ticket, TicketKind, TicketStatus } from '../../src/domain/ticket/ticket'
import { demonstrationId, type DemonstrationDevice } from './writer'

export interface Hand {
  readonly staff: StaffId
  readonly device: DemonstrationDevice
}

interface Story {
  readonly kind: TicketKind
  readonly title: string
  readonly words: string
  readonly home: string
  readonly caller: readonly [string, string]
  readonly hoursAgo: number
  readonly upTo: TicketStatus
  readonly urgent?: boolean
  readonly major?: boolean
  readonly told?: string
}

const STORIES: readonly Story[] = [
  {
    kind: 'repair',
    title: '厨房下水倒灌',
    words: '厨房地漏往外返水,水已经到客厅',
    home: '5栋1单元201',
    caller: ['陈建国', '13812346021'],
    hoursAgo: 0.4,
    upTo: 'inProgress',
    urgent: true,
    told: '已派赵师傅,十分钟内到',
  },
  {
    kind: 'complaint',
    title: '电梯运行异响',
    words: '3栋2单元电梯上行到12层有金属摩擦声,家里老人害怕',
    home: '3栋2单元1501',
    caller: ['王秀兰', '13901234477'],
    hoursAgo: 5,
    upTo: 'accepted',
    told: '已约维保下午到场',
  },
  {
    kind: 'complaint',
    title: '楼上装修午休施工',
    words: '中午12点半还在打墙,孩子睡不了',
    home: '6栋1单元1102',
    caller: ['刘洋', '13700112233'],
    hoursAgo: 20,
    upTo: 'assigned',
  },
  {
    kind: 'repair',
    title: '单元门禁刷卡没反应',
    words: '早上出门时发现,换了两张卡都不行',
    home: '1栋2单元301',
    caller: ['赵敏', '13611223344'],
    hoursAgo: 2,
    upTo: 'accepted',
    told: '何师傅在路上',
  },
  {
    kind: 'enquiry',
    title: '装修押金怎么退',
    words: '上周完工,想问什么时候验收',
    home: '7栋1单元803',
    caller: ['孙伟', '13512340987'],
    hoursAgo: 26,
    upTo: 'resolved',
    told: '周四上午验收,验收后七个工作日退',
  },
  {
    kind: 'complaint',
    title: '地库车位被占',
    words: '自己的固定车位连续三天被同一辆车占',
    home: '8栋2单元502',
    caller: ['周婷', '13498761122'],
    hoursAgo: 30,
    upTo: 'received',
    major: true,
  },
  {
    kind: 'repair',
    title: '卫生间天花渗水',
    words: '楼上卫生间下方有水印,今天开始滴',
    home: '4栋1单元901',
    caller: ['吴磊', '13300998877'],
    hoursAgo: 50,
    upTo: 'closed',
    told: '楼上地漏封堵好了,观察三天',
  },
  {
    kind: 'help',
    title: '老人忘带钥匙',
    words: '在大堂等,请帮忙联系开锁',
    home: '2栋3单元602',
    caller: ['郑桂英', '13255667788'],
    hoursAgo: 72,
    upTo: 'closed',
    told: '开锁师傅已到,老人已进门',
  },
  {
    kind: 'suggestion',
    title: '东门路灯太暗',
    words: '晚上遛弯看不清台阶',
    home: '1栋1单元702',
    caller: ['钱进', '13144556677'],
    hoursAgo: 96,
    upTo: 'accepted',
  },
  {
    kind: 'praise',
    title: '感谢李管家帮忙搬轮椅',
    words: '雨天把老人送到车上',
    home: '3栋1单元402',
    caller: ['韩梅', '13022334455'],
    hoursAgo: 48,
    upTo: 'received',
  },
]

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
