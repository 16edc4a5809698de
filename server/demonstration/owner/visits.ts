import { createHash } from 'node:crypto'
import { addDays } from '../../../src/domain/calendar-day'
import type { CallerId } from '../../../src/domain/caller'
import { MINUTE, type Instant } from '../../../src/domain/instant'
import type { PlaceId } from '../../../src/domain/place'
import { paperText } from '../../../src/domain/repair/paper'
import type { RepairNoteId } from '../../../src/domain/repair/repair-note'
import { costOf, type RepairSheet } from '../../../src/domain/repair/repair-sheet'
import type { Stroke } from '../../../src/domain/signature'
import { instantOf, localDay } from '../../../src/domain/time-zone'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import { TicketPen } from '../ticket-pen'
import type { World } from '../world'
import { demonstrationId } from '../writer'
import { takeDown } from './desk'
import { VISIT_STORIES, type VisitStory } from './visit-story'

const placeId = (name: string) => demonstrationId<PlaceId>(`place ${name}`)

const arrivalOf = ({ arrived: [day, hour] }: VisitStory, world: World): Instant =>
  instantOf(addDays(localDay(world.now, world.zone), day), Math.round(hour * 60), world.zone)

const sheetOf = (story: VisitStory, world: World): RepairSheet => {
  const arrivedAt = arrivalOf(story, world)
  const endedAt = arrivedAt + story.minutes * MINUTE
  const { scene, parts, labour, charge } = story
  const shot = (isAfter: boolean) =>
    scene
      ? [world.album.take(world.hand(story.hand), scene, isAfter, isAfter ? endedAt : arrivedAt)]
      : []
  const owed = { fen: costOf({ parts, labour }), at: arrivedAt + 8 * MINUTE }
  return {
    home: story.common ? null : placeId(story.home),
    place: story.common ? placeId(story.common) : null,
    ...{ arrivedAt, endedAt, minutes: story.minutes },
    ...{ found: story.found, done: story.done, parts, labour, ...charge },
    agreed: charge.charge === 'own' ? owed : null,
    ...{ before: shot(false), after: shot(true), isDifficult: story.isDifficult ?? false },
    ...{ unattended: '', unsigned: story.unsigned ?? '' },
  }
}

const signedBy = (
  name: string,
  strokes: readonly Stroke[] | null,
  [note, sheet, at]: readonly [RepairNoteId, RepairSheet, Instant],
) =>
  strokes && {
    signature: { name, strokes, signedAt: at },
    sha256: createHash('sha256').update(paperText(note, sheet)).digest('hex'),
  }

/** Written on site, signed on the glass, and put right once where it was not whole. */
const write = (world: World, story: VisitStory, ticket: TicketId): void => {
  const id = demonstrationId<RepairNoteId>(`repair ${story.title}`)
  const hand = world.hand(story.hand)
  const sheet = sheetOf(story, world)
  const { arrivedAt: from, endedAt: until } = sheet
  const [name] = story.caller
  world.timeline.add(hand, until, 'RepairNote', id, {
    ...{ act: 'write', community: world.community.id, ticket, sheet },
    attended: story.attendedBy ? [{ staff: world.hand(story.attendedBy).staff, from, until }] : [],
    signed: signedBy(name, story.signed, [id, sheet, until]),
  })
  if (!story.corrected) return
  const { after, done, parts, signed } = story.corrected
  const at = until + after * MINUTE
  const agreed = { fen: costOf({ parts, labour: sheet.labour }), at: from + 8 * MINUTE }
  const again = { ...sheet, done, parts, agreed }
  world.timeline.add(hand, at, 'RepairNote', id, {
    ...{ act: 'amend', sheet: again },
    signed: signedBy(name, signed, [id, again, at]),
  })
}

/** [RN1] What engineers found and did at owners' homes in the last weeks. */
export const visitHomes = (world: World): void => {
  for (const story of VISIT_STORIES) {
    const ticket = demonstrationId<TicketId>(`ticket ${story.title}`)
    const [name, phone] = story.caller
    const [wang, zhou, hand] = [
      world.hand('wangfang'),
      world.hand('zhoujie'),
      world.hand(story.hand),
    ]
    const arrived = arrivalOf(story, world)
    takeDown(world, {
      ...{ ticket, caller: demonstrationId<CallerId>(`caller ${story.title}`), name, phone },
      ...{ at: arrived - 55 * MINUTE, taker: wang, responsible: world.hand(story.steward) },
      ...{ home: placeId(story.home), channel: 'phone', kind: 'repair', gravity: 'ordinary' },
      ...{ urgent: false, title: story.title, words: story.words, photos: [] },
    })
    const pen = new TicketPen(world, ticket, arrived - 55 * MINUTE)
    pen.wait(6).step(zhou, { act: 'assign', to: hand.staff, words: '' })
    pen.wait(4).step(hand, { act: 'accept' })
    pen.untilAtLeast(arrived).step(hand, { act: 'start', words: story.found, photos: [] })
    write(world, story, ticket)
    pen.wait(story.minutes).step(hand, { act: 'resolve', words: story.done, photos: [] })
    const said = story.signed ? '业主现场看过维修记录并签字' : '电话里说了修好的情况'
    pen.wait(1).note(story.signed ? hand : wang, {
      ...{ act: 'tellOwner', channel: story.signed ? 'door' : 'phone', reached: true },
      ...{ words: said, nextWordAt: null },
    })
    pen.wait(90).step(wang, { act: 'close' })
  }
}
