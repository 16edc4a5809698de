import { DAY, HOUR, MINUTE } from '../../src/domain/instant'
import type { CheckpointVisit } from '../../src/domain/checkpoint-visit'
import type { Place } from '../../src/domain/place'
import type { TicketActOf } from '../../src/domain/ticket/act'
import { newId } from '../../tests/support/build/ids'
import { receiveTicket } from '../../tests/support/build/ticket'
import type { WireClient } from '../../tests/support/wire-client'

interface Size {
  readonly tickets: number
  readonly visits: number
}

const OPEN_TICKETS = 300
const CALL = 200
const TITLES = ['路灯不亮', '地面有积水', '防火门关不严', '水管漏水', '垃圾桶满了', '门禁失灵']

/** Adds to the demonstration what a large community has after 90 days, as ordinary acts. */
export const enlarge = async (client: WireClient, size: Size): Promise<void> => {
  const now = Date.now()
  const staff = client.session?.staff.id
  const places = await client.records<Place>('Place')
  const [model] = await client.records<CheckpointVisit>('CheckpointVisit')
  const community = places[0]?.community
  if (!staff || !community || !model) throw new Error('There is no demonstration to enlarge')

  const ticketAt = (each: number): TicketActOf<'receive'> => {
    const isOpen = each < OPEN_TICKETS
    return receiveTicket(community, staff, {
      title: `${TITLES[each % TITLES.length] ?? ''} ${each}`,
      place: places[each % places.length]?.id ?? null,
      origin: { by: 'staff' },
      due: { at: now + (each % 96) * HOUR - 48 * HOUR, rule: 'defect', version: 1 },
      fixed: isOpen ? null : { after: [], words: '已处理' },
    })
  }
  const tickets = Array.from({ length: size.tickets }, (_, each) => ({
    ...{ kind: 'Ticket', record: newId<string>(), act: ticketAt(each) },
    at: now - ((each * 13) % 89) * DAY,
  }))
  const { checkpoint, form, answers, abnormal } = model
  const rounds = Array.from({ length: Math.ceil(size.visits / 12) }, () => newId<string>())
  const visits = Array.from({ length: size.visits }, (_, each) => {
    const at = now - ((each * 7) % 89) * DAY - (each % 600) * MINUTE
    const told = { community, round: rounds[Math.floor(each / 12)], checkpoint, form, answers }
    const checkIn = { by: 'qr', at }
    const act = { act: 'record', ...told, abnormal, checkIn }
    return { kind: 'CheckpointVisit', record: newId<string>(), act, at }
  })
  const all = [...tickets, ...visits]
  for (let at = 0; at < all.length; at += CALL) {
    const { outcomes } = await client.sync(all.slice(at, at + CALL))
    const refused = outcomes.find(({ outcome }) => outcome === 'refused')
    if (refused) throw new Error(`Refused: ${JSON.stringify(refused)}`)
  }
}
