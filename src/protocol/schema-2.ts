import type { SchemaStep } from './schema-step'

/**
 * A ticket, and the act that takes it in, always say which voice notes there are; a ticket always says
 * which others were joined to it. Before, what had none left the field out.
 */
export const SCHEMA_2: SchemaStep = {
  act: (kind, act) => (kind === 'Ticket' && isReceive(act) ? { sounds: [], ...act } : act),
  record: (kind, record) => (kind === 'Ticket' ? { sounds: [], joined: [], ...record } : record),
}

const isReceive = (act: object): boolean => 'act' in act && act.act === 'receive'
