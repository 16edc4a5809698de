import type { Community } from '../../src/domain/community'
import { DAY, type Instant } from '../../src/domain/instant'
import type { Place, PlaceId } from '../../src/domain/place'
import { pathOf } from '../../src/domain/place-path'
import { escalationsOf, type Escalated } from '../../src/domain/ticket/escalation'
import { numberOf } from '../../src/domain/ticket/number'
import type { Ticket } from '../../src/domain/ticket/ticket'

export interface RobotMessage {
  /** Names this escalation for ever. */
  readonly name: string
  readonly content: string
}

/** What was told longer ago is no news: a robot set up today does not tell of last month. */
const NEWS = 1 * DAY

/** [CK14] Building and entrance, never the door: whoever reads along learns no home. */
const placeWords = (ticket: Ticket, placeById: (id: PlaceId) => Place | undefined): string => {
  const place = ticket.place ?? ticket.home
  const found = place ? placeById(place) : undefined
  if (!found) return ''
  return pathOf(found, placeById)
    .filter(({ kind }) => kind !== 'unit' && kind !== 'zone')
    .map(({ label }) => label)
    .join(' ')
}

const LEVELS = { supervisor: '报主管', manager: '报经理' } as const

const levelOf = ({ step }: Escalated) =>
  step === 'supervisor' || step === 'manager' ? LEVELS[step] : null

/** [CK14] Number, place and to whom it goes; no title, no name, no word of an owner. */
export const messagesOf = (
  ticket: Ticket,
  community: Pick<Community, 'timing'>,
  placeById: (id: PlaceId) => Place | undefined,
  now: Instant,
): readonly RobotMessage[] =>
  escalationsOf(ticket, community.timing.escalation, now).flatMap((each) => {
    const level = levelOf(each)
    if (level === null || each.at < now - NEWS) return []
    const why = each.clock === 'unassigned' ? '还没人接' : '超时'
    const said = [`工单 ${numberOf(ticket.id)}`, placeWords(ticket, placeById), `${why},${level}`]
    const name = `${ticket.id}/${each.clock}/${each.step}/${each.due}`
    return [{ name, content: said.filter(Boolean).join(' · ') }]
  })
