import type { TicketDeed } from '../domain/ticket/deed'

const OWN_FORM = [
  ...(['verify', 'raise', 'heed'] as const),
  ...(['followUp', 'proposeDecline', 'confirmDecline', 'helpAnyway'] as const),
] as const

/** A deed the common form knows: words, photos, a person, a time. */
export type PlainDeed = Exclude<TicketDeed, (typeof OWN_FORM)[number]>

export const isPlainDeed = (deed: TicketDeed): deed is PlainDeed =>
  !(OWN_FORM as readonly TicketDeed[]).includes(deed)
