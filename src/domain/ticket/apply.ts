import { mergeEdits, type FieldConflict, type FieldEdits } from '../field-edit'
import {
  applied,
  malformed,
  noted,
  type ActContext,
  type Applied,
  type RecordKind,
} from '../record-kind'
import { communityScope } from '../scope'
import { entryOf, isInThread } from '../thread'
import { ticketActs, type TicketAct, type TicketActOf } from './act'
import type { TicketEntry } from './entry'
import { passFirst } from './first-responsible'
import { changeHelpers } from './helper'
import { takeIn, takeOut } from './join'
import { heed, raise } from './raise'
import { fixersOf } from './person'
import { startingAt } from './starting-at'
import { takeStep } from './step'
import { ticketSchema, type Ticket, type TicketId } from './ticket'
import { undo } from './undo'

const receive = (act: TicketActOf<'receive'>, context: ActContext): Ticket => {
  const { act: _, fixed, ...told } = act
  const base = {
    id: context.record as TicketId,
    ...{ ...told, due: startingAt(told.due, context.at) },
    takenBy: context.by,
    receivedAt: context.at,
    ...{ joined: [], stamps: {} },
  }
  const received: TicketEntry = { ...entryOf(context), kind: 'received' }
  if (!fixed) return { ...base, status: 'received', thread: [received] }
  const resolved: TicketEntry = {
    ...entryOf(context),
    kind: 'resolved',
    words: fixed.words,
    photos: fixed.after,
  }
  return {
    ...base,
    status: 'closed',
    handler: context.by,
    resolvedAt: context.at,
    closedAt: context.at,
    closing: 'fixedOnSpot',
    thread: [received, resolved],
  }
}

const conflictEntry = (conflict: FieldConflict, context: ActContext): TicketEntry => ({
  ...entryOf(context),
  kind: 'conflict',
  field: conflict.field,
  stands: conflict.stands,
  kept: conflict.kept,
})

type Fields = Pick<
  Ticket,
  'kind' | 'gravity' | 'urgent' | 'title' | 'words' | 'place' | 'facility' | 'spot' | 'home'
>

const edit = (ticket: Ticket, act: TicketActOf<'edit'>, context: ActContext): Applied<Ticket> => {
  const edits: FieldEdits<Fields> = act.fields
  const { fields, stamps, conflicts } = mergeEdits<Fields>(ticket, ticket.stamps, edits, context)
  const entry: TicketEntry = {
    ...entryOf(context),
    kind: 'edited',
    fields: Object.keys(act.fields).sort(),
  }
  const kept = conflicts.map((conflict) => conflictEntry(conflict, context))
  const edited: Ticket = {
    ...ticket,
    ...fields,
    stamps: stamps as Ticket['stamps'],
    thread: [...ticket.thread, entry, ...kept],
  }
  return conflicts.some((conflict) => conflict.lost) ? noted(edited, 'field-lost') : applied(edited)
}

const addEntry = (ticket: Ticket, entry: TicketEntry): Ticket => ({
  ...ticket,
  thread: [...ticket.thread, entry],
})

const act = (ticket: Ticket, deed: TicketAct, context: ActContext): Applied<Ticket> => {
  const base = entryOf(context)
  switch (deed.act) {
    case 'receive':
      return noted(ticket, 'already-recorded')
    case 'edit':
      return edit(ticket, deed, context)
    case 'tellOwner': {
      const { act: _, ...told } = deed
      return applied(addEntry(ticket, { ...base, kind: 'told', ...told }))
    }
    case 'say': {
      const { act: _, ...said } = deed
      return applied(addEntry(ticket, { ...base, kind: 'said', ...said }))
    }
    case 'verify': {
      const { act: _, ...found } = deed
      return applied(addEntry(ticket, { ...base, kind: 'verified', ...found }))
    }
    case 'raise':
      return raise(ticket, deed, context)
    case 'heed':
      return heed(ticket, deed, context)
    case 'followUp': {
      const { act: _, ...asked } = deed
      const ownWork = fixersOf(ticket).includes(context.by)
      return applied(addEntry(ticket, { ...base, kind: 'followedUp', ...asked, ownWork }))
    }
    case 'proposeDecline': {
      const { words, clause } = deed
      return applied(addEntry(ticket, { ...base, kind: 'declineProposed', words, clause }))
    }
    case 'helpAnyway': {
      const { words, clause } = deed
      return applied(addEntry(ticket, { ...base, kind: 'helped', words, clause }))
    }
    case 'relocate': {
      const { community, place, home } = deed
      return applied({
        ...addEntry(ticket, { ...base, kind: 'relocated' }),
        community,
        place,
        home,
      })
    }
    case 'takeIn':
      return takeIn(ticket, deed, context)
    case 'takeOut':
      return takeOut(ticket, deed, context)
    case 'offerFirst':
    case 'takeFirst':
    case 'refuseFirst':
      return passFirst(ticket, deed, context)
    case 'addHelper':
    case 'dropHelper':
      return changeHelpers(ticket, deed, context)
    case 'undo':
      return undo(ticket, deed, context)
    default:
      return takeStep(ticket, deed, context)
  }
}

export const ticketKind: RecordKind<Ticket, TicketAct> = {
  kind: 'Ticket',
  record: ticketSchema,
  acts: ticketActs,
  creates: ['receive'],
  apply: (ticket, deed, context) => {
    if (!ticket) return deed.act === 'receive' ? applied(receive(deed, context)) : malformed
    if (isInThread(ticket.thread, context)) return applied(ticket)
    return act(ticket, deed, context)
  },
  scopeOf: (ticket) => communityScope(ticket.community),
  settledAt: (ticket) => (ticket.status === 'closed' ? ticket.closedAt : null),
  about: (ticket) =>
    [
      ticket.place,
      ticket.home,
      ticket.facility,
      ticket.origin.by === 'round' ? ticket.origin.checkpoint : null,
    ].filter((id) => id !== null),
  photosOf: (ticket) => [
    ...ticket.photos,
    ...ticket.sounds,
    ...ticket.thread.flatMap((entry) => [
      ...('photos' in entry ? entry.photos : []),
      ...('sounds' in entry ? (entry.sounds ?? []) : []),
    ]),
  ],
}
