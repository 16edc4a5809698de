import type { Step } from '../../domain/ticket/step'

/** What the buttons of a ticket say, in the order people need them. */
export type TicketDeed = Step['act'] | 'tellOwner' | 'say' | 'edit'

export interface TicketSituation {
  readonly steps: readonly Step['act'][]
  readonly mayTell: boolean
  readonly needs: 'resolve' | 'tell-owner' | 'recheck' | null
  readonly isHandler: boolean
  readonly mayRecheck: boolean
  readonly isClosed: boolean
}

/** What only the one who handles it does. */
const HANDLERS: readonly Step['act'][] = ['return', 'transfer', 'putOff']

const firstOf = ({
  steps,
  mayTell,
  needs,
  isHandler,
  mayRecheck,
}: TicketSituation): TicketDeed[] => {
  const may = (step: Step['act']) => steps.includes(step)
  if (needs === 'tell-owner' && mayTell) return ['tellOwner']
  if (needs === 'recheck' && mayRecheck && may('recheck')) return ['recheck']
  if (needs === null && may('close')) return ['close']
  if (isHandler) return (['accept', 'start', 'resolve'] as const).filter(may).slice(0, 1)
  if (may('assign')) return ['assign']
  return may('accept') ? ['accept'] : []
}

/** The nearest act first; the rest behind it, each once. A ticket is never closed before its time. */
export const menuOf = (situation: TicketSituation): readonly TicketDeed[] => {
  const { steps, mayTell, needs, mayRecheck, isHandler, isClosed } = situation
  const allowed = steps.filter((step) => {
    if (step === 'close') return needs === null
    if (HANDLERS.includes(step)) return isHandler
    return step === 'recheck' ? mayRecheck : true
  })
  const rest: TicketDeed[] = [
    ...allowed,
    ...(mayTell && !isClosed ? (['tellOwner'] as const) : []),
    'say',
    ...(isClosed ? [] : (['edit'] as const)),
  ]
  return [...new Set([...firstOf(situation), ...rest])]
}
