import type { RepairSheet } from '../domain/repair/repair-sheet'
import type { TicketActOf } from '../domain/ticket/act'
import { dueOf } from '../domain/ticket/clock-rule'
import type { Ticket } from '../domain/ticket/ticket'
import { useEstate } from './estate'
import { usePhone } from './phone'
import type { RepairWritten } from './repair-form'

/** [RN2] The ticket a note makes that came without one. */
export const useRepairTicket = () => {
  const phone = usePhone()
  const estate = useEstate()

  const communityOf = ({ part, home, place }: RepairWritten, ticket: Ticket | null) => {
    const at = part === 'home' ? home : place
    const id = ticket?.community ?? (at ? estate.placeById.get(at)?.community : undefined)
    return estate.communities.find((each) => each.id === id)
  }

  const receive = (written: RepairWritten, sheet: RepairSheet): TicketActOf<'receive'> | null => {
    const community = communityOf(written, null)
    if (!community) return null
    const matter = { kind: 'repair' as const, gravity: 'ordinary' as const, urgent: false }
    const { home } = sheet
    const within = home ? estate.placeById.get(home)?.within : null
    return {
      ...{ act: 'receive', community: community.id, ...matter, title: written.title.trim() },
      ...{ words: '', place: written.place ?? within ?? home, facility: null, spot: '', home },
      origin: home ? { by: 'owner', channel: 'door' } : { by: 'staff' },
      ...{ caller: null, firstResponsible: phone.person.staff, fixed: null },
      ...{ photos: [], sounds: [] },
      due: dueOf(matter, phone.now(), community),
    }
  }

  return { communityOf, receive }
}
