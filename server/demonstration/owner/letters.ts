import { createHash } from 'node:crypto'
import { addDays } from '../../../src/domain/calendar-day'
import type { CallerId } from '../../../src/domain/caller'
import { HOUR, type Instant } from '../../../src/domain/instant'
import type { LetterId } from '../../../src/domain/letter/letter'
import { letterText } from '../../../src/domain/letter/paper'
import type { LetterSheet } from '../../../src/domain/letter/sheet'
import type { PlaceId } from '../../../src/domain/place'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import { instantOf, localDay } from '../../../src/domain/time-zone'
import { TicketPen } from '../ticket-pen'
import type { Written } from '../timeline'
import type { World } from '../world'
import { demonstrationId } from '../writer'
import { takeDown } from './desk'

interface WrittenTo {
  readonly title: string
  readonly words: string
  readonly home: string
  readonly caller: readonly [string, string]
  /** It came in the morning of that day. */
  readonly daysAgo: number
  readonly hand: 'zhaoqiang' | 'limin'
  readonly done: string
  readonly body: string
  /** One is in the post, the other waits for the supervisor. */
  readonly isSent: boolean
}

const LETTERS: readonly WrittenTo[] = [
  {
    ...{ title: '楼道堆物长期没人清', isSent: true, daysAgo: 9, hand: 'limin' },
    words: '来信:二单元三楼楼道堆纸箱两个月,担心着火,请书面答复',
    ...{ home: '2栋2单元302', caller: ['蒋文静', '13677120945'] },
    done: '纸箱当天清走,和堆放的住户谈过,楼道贴了提示,管家每周看一次',
    body: `您好!

您来信反映的「楼道堆物长期没人清」一事,我们已经收到。让您担心了两个月,是我们巡查没有做细,向您道歉。

收到来信当天,管家和保洁把三楼楼道的纸箱全部清走,并和堆放的住户当面谈过,对方答应不再堆放。楼道里贴了提示,管家每周看一次,发现一次清一次。

如再看到楼道堆物,请随时与李敏联系,我们会跟进到底。感谢您的监督和支持。`,
  },
  {
    ...{ title: '地下室返潮要求书面说明', isSent: false, daysAgo: 2, hand: 'zhaoqiang' },
    words: '来信:储藏间墙面返潮,东西发霉,请书面说明原因和怎么处理',
    ...{ home: '4栋2单元201', caller: ['唐克明', '13801557263'] },
    done: '查过是外墙散水开裂,雨水渗入;散水已报维修,先加了一台除湿机',
    body: `您好!

您来信反映的「地下室返潮要求书面说明」一事,我们已经收到。东西受潮给您添了麻烦,我们深表歉意。

工程到现场查过,是外墙散水开裂,雨水渗到储藏间墙面。散水已经报修,修好以前先在走道放一台除湿机,每天倒水。

修好以后我们请您一起到现场看一遍。有不清楚的地方,请随时与李敏联系。`,
  },
]

const letterOf = ({ title }: WrittenTo) => demonstrationId<LetterId>(`letter ${title}`)
const ticketOf = ({ title }: WrittenTo) => demonstrationId<TicketId>(`ticket ${title}`)

/** So many days ago at that hour of the office. */
const onDay = ({ now, zone }: World, daysAgo: number, hour: number): Instant =>
  instantOf(addDays(localDay(now, zone), -daysAgo), hour * 60, zone)

/** It came in, and the work was done. */
const receive = (world: World, letter: WrittenTo): void => {
  const { title, words, home, daysAgo, done } = letter
  const [name, phone] = letter.caller
  const at = onDay(world, daysAgo, 9)
  takeDown(world, {
    ...{ ticket: ticketOf(letter), caller: demonstrationId<CallerId>(`caller ${title}`) },
    ...{ name, phone, at, taker: world.hand('wangfang'), responsible: world.hand('limin') },
    ...{ home: demonstrationId<PlaceId>(`place ${home}`), channel: 'letter', title, words },
    ...{ kind: 'complaint', gravity: 'ordinary', urgent: false, photos: [] },
  })
  const hand = world.hand(letter.hand)
  new TicketPen(world, ticketOf(letter), at)
    .wait(30)
    .step(world.hand('zhoujie'), { act: 'assign', to: hand.staff, words: '' })
    .wait(20)
    .step(hand, { act: 'accept' })
    .wait(90)
    .step(hand, { act: 'start', words: '', photos: [] })
    .wait(240)
    .step(hand, { act: 'resolve', words: done, photos: [] })
}

/** [LE3] Through both hands to the post, and the owner told by it. */
const send = (
  world: World,
  letter: WrittenTo,
  sheet: LetterSheet,
  written: Written,
  at: Instant,
) => {
  const { timeline } = world
  const [wang, zhou, chen] = [world.hand('wangfang'), world.hand('zhoujie'), world.hand('chenli')]
  const id = letterOf(letter)
  const sha256 = createHash('sha256').update(letterText(id, sheet)).digest('hex')
  const said = () => {
    if (!written.id) throw new Error('A letter is answered before it is written')
    return { of: written.id, sha256 }
  }
  timeline.answer(zhou, at + 4 * HOUR, 'OwnerLetter', id, () => ({ act: 'endorse', ...said() }))
  timeline.answer(chen, at + 23 * HOUR, 'OwnerLetter', id, () => ({ act: 'approve', ...said() }))
  const sentAt = at + 29 * HOUR
  const on = localDay(sentAt, world.zone)
  timeline.answer(wang, sentAt, 'OwnerLetter', id, () => ({
    ...{ act: 'send', ...said(), how: 'letterBox', on, who: '王芳' },
  }))
  timeline.add(wang, sentAt, 'Ticket', ticketOf(letter), {
    ...{ act: 'tellOwner', channel: 'letter', reached: true, nextWordAt: null },
    words: '书面答复已投入业主信箱',
  })
}

/** [LE1] Letters of owners, each answered by customer service once the work was done. */
export const answerLetters = (world: World): void => {
  for (const letter of LETTERS) {
    receive(world, letter)
    const { home, body, daysAgo, isSent } = letter
    const at = onDay(world, daysAgo - 1, 10)
    const sheet: LetterSheet = {
      ...{ salutation: `尊敬的${home}业主`, body, signer: '萌芽物业' },
      datedOn: localDay(at, world.zone),
    }
    const { id: community } = world.community
    const ticket = ticketOf(letter)
    const written = world.timeline.answer(
      ...([world.hand('wangfang'), at, 'OwnerLetter' as const, letterOf(letter)] as const),
      () => ({ act: 'write', community, ticket, sheet }),
    )
    if (isSent) send(world, letter, sheet, written, at)
  }
}
