import type { Step } from './act'
import { PERMITTED } from './step'
import type { Ticket } from './ticket'

/** The steps the ticket's status permits, whoever asks. */
export const permittedSteps = (ticket: Ticket): readonly Step['act'][] =>
  (Object.keys(PERMITTED) as Step['act'][]).filter((step) =>
    PERMITTED[step].includes(ticket.status),
  )
