/** What a table of tickets can show, in order; which of it is shown each person chooses. */
export const TICKET_COLUMNS = [
  ...(['title', 'kind', 'place', 'people', 'status', 'told', 'due'] as const),
  ...(['number', 'received'] as const),
] as const
export type TicketColumn = (typeof TICKET_COLUMNS)[number]

export const USUAL_COLUMNS: readonly TicketColumn[] = [
  ...(['title', 'place', 'people', 'status', 'told', 'due'] as const),
]
