import { addDays } from '../../src/domain/calendar-day'
import type { Answer } from '../../src/domain/form/answer'
import type { Item } from '../../src/domain/form/item'
import type { Instant } from '../../src/domain/instant'
import { wallClock } from '../../src/domain/time-zone'
import type { TicketId } from '../../src/domain/ticket/ticket'
import type { Scene } from './album'
import type { Finding } from './finding'
import { readingOf, type Look } from './reading'
import { keeperAt } from './signer'
import type { Hand } from './timeline'
import type { World } from './world'

const REMARKS: readonly string[] = [
  '业主反映晚上楼道灯灭得太快',
  '张阿姨问下周停水是几点',
  '风大,提醒几户收了阳台花盆',
  '维保师傅同行,一起看的',
  '雨天,地面湿滑,已放警示牌',
]

/** What is photographed without anything being wrong. */
const VIEWS: Readonly<Record<string, readonly [Scene, number]>> = {
  'log-photo': ['post', 0.05],
  view: ['bush', 0.5],
  'meter-photo': ['meter', 1],
  scene: ['post', 1],
}

/** Nothing wrong: the verdict, the reading, the usual option, now and then a remark or a view. */
export const plainAnswer = (world: World, item: Item, look: Look, hand: Hand): Answer | null => {
  const { chance, album } = world
  switch (item.kind) {
    case 'verdict':
      return { item: item.id, value: 'normal' }
    case 'number':
      return { item: item.id, value: readingOf(item, look, chance) }
    case 'choice': {
      if (item.when) return null
      const good = item.options.filter(({ abnormal }) => !abnormal)
      const option = chance.isLucky(0.85) ? good[0] : chance.pick(good)
      return option ? { item: item.id, value: option.id } : null
    }
    case 'choices': {
      const good = item.options.filter(({ abnormal }) => !abnormal)
      const chosen = good.filter(() => chance.isLucky(0.8)).map(({ id }) => id)
      const [first] = good
      return { item: item.id, value: chosen.length > 0 || !first ? chosen : [first.id] }
    }
    case 'date': {
      const { day } = wallClock(look.at, world.zone)
      const ahead = 90 + ((item.id.length + look.stop.length) % 7) * 45
      return {
        item: item.id,
        value: addDays(wallClock(look.began, world.zone).day, ahead),
        givenOn: day,
      }
    }
    case 'scan':
    case 'voice':
      return null
    case 'signature':
      return {
        item: item.id,
        value: null,
        signature: album.sign(hand, keeperAt(look.minutes), look.at),
      }
    case 'text':
      return chance.isLucky(0.015) ? { item: item.id, value: chance.pick(REMARKS) } : null
    case 'photo': {
      const [scene, share] = VIEWS[item.id] ?? ['board', 0]
      if (!chance.isLucky(share)) return null
      return { item: item.id, value: null, photos: [album.take(hand, scene, true, look.at)] }
    }
  }
}

/** Something is wrong: photo and words where they are asked for, and what is done about it. */
export const badAnswer = (
  world: World,
  item: Item,
  finding: Finding,
  ticket: TicketId,
  hand: Hand,
  at: Instant,
): Answer => {
  const { trouble, words, remedy } = finding
  const wantsPhoto = item.kind === 'verdict' && item.onAbnormal.photo
  const shot = (isGood: boolean) => [world.album.take(hand, trouble.scene, isGood, at)]
  return {
    item: item.id,
    value: trouble.value ?? 'abnormal',
    words,
    ...(wantsPhoto ? { photos: shot(false) } : {}),
    remedy:
      remedy === 'lookAgain'
        ? { kind: remedy }
        : remedy === 'fixed'
          ? { kind: remedy, after: shot(true), ticket }
          : { kind: remedy, ticket },
  }
}
