import { computed } from 'vue'
import { DAY } from '../domain/instant'
import { contractOf, type Contract } from '../domain/ticket/contract'
import { TICKET_KINDS, type Ticket, type TicketKind } from '../domain/ticket/ticket'
import { useLive } from './live'
import { usePhone } from './phone'

const LOOKS_BACK = 90 * DAY

export interface ShareLine {
  readonly kind: TicketKind | 'sum'
  readonly all: number
  readonly counts: Readonly<Record<Contract, number>>
}

const countsOf = (contracts: readonly Contract[]): ShareLine['counts'] => {
  const of = (wanted: Contract) => contracts.filter((each) => each === wanted).length
  return {
    ...{ within: of('within'), declined: of('declined') },
    ...{ helped: of('helped'), pending: of('pending') },
  }
}

/** [CO6] How many of each kind lay within the contract, and how many without: counted, not estimated. */
export const useContractShares = () => {
  const { database, now } = usePhone()
  const since = now() - LOOKS_BACK
  const recent = useLive<readonly Ticket[] | null>(
    () => async () =>
      (await database.tickets.where('receivedAt').aboveOrEqual(since).toArray()).map(
        ({ record }) => record,
      ),
    null,
  )
  const told = computed(() =>
    (recent.value ?? []).map((ticket) => ({ ticket, contract: contractOf(ticket) })),
  )
  const lines = computed<readonly ShareLine[]>(() => {
    const of = (kind: TicketKind | null) =>
      told.value.filter(({ ticket }) => kind === null || ticket.kind === kind)
    const line = (kind: TicketKind | null): ShareLine => {
      const those = of(kind).map(({ contract }) => contract)
      return { kind: kind ?? 'sum', all: those.length, counts: countsOf(those) }
    }
    return [...TICKET_KINDS.map(line).filter(({ all }) => all > 0), line(null)]
  })
  const outside = computed(() => told.value.filter(({ contract }) => contract !== 'within'))
  return { lines, outside, isRead: computed(() => recent.value !== null) }
}
