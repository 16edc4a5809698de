import type { Checkpoint } from '../../src/domain/checkpoint'
import type { CheckIn, CheckpointVisitId } from '../../src/domain/checkpoint-visit'
import type { Answer } from '../../src/domain/form/answer'
import { abnormalItems, answersById, answersToHandIn } from '../../src/domain/form/fill'
import { newestForm, type Form } from '../../src/domain/form/form'
import type { Item } from '../../src/domain/form/item'
import { DAY, MINUTE, type Instant } from '../../src/domain/instant'
import { fixOf, type Fix, type PointPosition } from '../../src/domain/position'
import type { RoundDue } from '../../src/domain/round-due'
import { wallClock } from '../../src/domain/time-zone'
import { dueOf } from '../../src/domain/ticket/clock-rule'
import type { TicketId } from '../../src/domain/ticket/ticket'
import type { Scene } from './album'
import { badAnswer, plainAnswer } from './answering'
import type { Finding, Findings } from './finding'
import { liveThrough } from './ticket-life'
import type { Hand } from './timeline'
import type { World } from './world'
import { demonstrationId } from './writer'

/** What a check-in by hand shows of a place, by its checklist. */
const VIEW_OF: Readonly<Record<string, Scene>> = {
  ...{
    'fire-pump': 'pump',
    'fire-control': 'post',
    'fire-floor': 'ebike',
    'fire-garage': 'puddle',
  },
  ...{ lift: 'lift-panel', 'water-pump': 'pump', power: 'cabinet', garage: 'puddle' },
  ...{ grounds: 'gate', cleaning: 'bins', landscape: 'bush', renovation: 'rubble' },
  ...{
    vacant: 'ceiling',
    'steward-building': 'board',
    'night-post': 'post',
    'night-place': 'puddle',
  },
}

const BY_HAND: readonly string[] = ['标签损坏', '标签被挡住', '太暗扫不出', '标签不见了']

export interface StopVisit {
  readonly due: RoundDue
  readonly hand: Hand
  readonly point: Checkpoint
  readonly at: Instant
}

/** Looks at a stop, hands in its checklist and makes the tickets that come of it. */
export class Visitor {
  constructor(
    private readonly world: World,
    private readonly findings: Findings,
    private readonly checklistOf: ReadonlyMap<string, string>,
  ) {}

  visit(stop: StopVisit): void {
    const { due, hand, point, at } = stop
    const form = newestForm(this.world.forms, point.form)
    if (!form || at > this.world.now) return
    const checklist = this.checklistOf.get(form.form) ?? ''
    const visit = demonstrationId<CheckpointVisitId>(`visit ${due.id} ${point.id}`)
    const found = new Map<string, readonly [Item, Finding, TicketId]>()
    const asked = form.items.flatMap((item) => this.#answer(stop, checklist, item, found))
    const answers = answersToHandIn(form, answersById(asked))
    this.world.timeline.add(hand, at, 'CheckpointVisit', visit, {
      ...{ act: 'record', community: this.world.community.id, round: due.id },
      ...{ checkpoint: point.id, form: form.id, checkIn: this.#checkIn(stop, checklist), answers },
      ...(due.plan.nightCheck ? { isNightCheck: true as const } : {}),
      abnormal: abnormalItems(form, answersById(answers)).length,
    })
    for (const [item, finding, ticket] of found.values())
      if (finding.ticket === null && finding.remedy !== 'lookAgain')
        this.#report(stop, visit, item, finding, ticket, answers)
  }

  #answer(
    stop: StopVisit,
    checklist: string,
    item: Item,
    found: Map<string, readonly [Item, Finding, TicketId]>,
  ): Answer[] {
    const { due, hand, point, at } = stop
    const { world } = this
    const follow = [...found.values()].find(([, { trouble }]) => trouble.follow?.[0] === item.id)
    const option = follow?.[1].trouble.follow?.[1]
    if (option) return [{ item: item.id, value: option }]
    const finding = this.findings.look(checklist, point, item, at)
    if (!finding) {
      const { minutes } = wallClock(at, world.zone)
      const isFirst = world.planning.routes.some(({ stops }) => stops[0] === point.id)
      const look = { stop: point.name, at, began: world.began, minutes, isFirst }
      const answer = plainAnswer(world, item, look, hand)
      return answer ? [answer] : []
    }
    const ticket =
      finding.ticket ?? demonstrationId<TicketId>(`ticket ${due.id} ${point.id} ${item.id}`)
    found.set(item.id, [item, finding, ticket])
    return [badAnswer(world, item, finding, ticket, hand, at)]
  }

  #checkIn({ hand, at, point }: StopVisit, checklist: string): CheckIn {
    const { chance, album } = this.world
    const arrivedAt = at - chance.whole(1, 3) * MINUTE
    if (point.position && chance.isLucky(0.2))
      return { by: 'position', at: arrivedAt, position: this.#fixNear(point.position) }
    if (!chance.isLucky(0.015)) return { by: 'qr', at: arrivedAt }
    const photo = album.take(hand, VIEW_OF[checklist] ?? 'board', true, arrivedAt)
    return { by: 'hand', at: arrivedAt, photo, reason: chance.pick(BY_HAND) }
  }

  /** A few metres off, as a phone under trees is. */
  #fixNear(own: PointPosition): Fix {
    const { chance } = this.world
    const off = () => (chance.next() * 2 - 1) * 0.000_12
    const found = { latitude: own.latitude + off(), longitude: own.longitude + off() }
    return fixOf({ ...found, accuracy: chance.whole(4, 14) }, own)
  }

  #report(
    { due, hand, point, at }: StopVisit,
    visit: CheckpointVisitId,
    item: Item,
    finding: Finding,
    ticket: TicketId,
    answers: readonly Answer[],
  ): void {
    const { world } = this
    const { trouble, words, done, remedy } = finding
    const answer = answers.find((each) => each.item === item.id)
    const kind = item.safety ? ('hazard' as const) : ('defect' as const)
    const matter = { kind, gravity: 'ordinary' as const, urgent: false }
    const after = answer?.remedy?.kind === 'fixed' ? answer.remedy.after : null
    world.timeline.add(hand, at, 'Ticket', ticket, {
      ...{ act: 'receive', community: world.community.id, ...matter, title: words },
      ...{ words: `${point.name} · ${item.title}`, place: point.place, facility: point.facility },
      ...{ spot: '', home: null, caller: null, firstResponsible: hand.staff },
      origin: { by: 'round', round: due.id, checkpoint: point.id, visit, item: item.id },
      due: dueOf(matter, at, world.community),
      ...{ photos: answer?.photos ?? [], sounds: [] },
      fixed: remedy === 'fixed' && after ? { after, words: done } : null,
    })
    if (remedy === 'fixed') return
    const days = item.safety ? Math.min(trouble.days ?? 1, 0.12) : (trouble.days ?? 1)
    const until = liveThrough(world, {
      ...{ ticket, at, finder: hand, isHazard: item.safety, trade: trouble.trade },
      ...{ scene: trouble.scene, done, days, parts: item.safety ? '' : (trouble.parts ?? '') },
    })
    this.findings.report(point, item.id, finding, ticket, Math.min(until, at + 20 * DAY))
  }
}

/** The key of the checklist behind each form. */
export const checklistKeys = (
  forms: readonly Form[],
  checklists: readonly { readonly key: string; readonly title: string }[],
): ReadonlyMap<string, string> =>
  new Map(
    forms.map(({ form, title }) => [
      form,
      checklists.find((checklist) => checklist.title === title)?.key ?? '',
    ]),
  )
