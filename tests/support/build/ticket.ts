import type { CommunityId } from '../../../src/domain/community'
import type { StaffId } from '../../../src/domain/id'
import type { TicketActOf } from '../../../src/domain/ticket/act'

/** The act that brings a ticket into being, as a round would write it. */
export const receiveTicket = (
  community: CommunityId,
  by: StaffId,
  over: Partial<TicketActOf<'receive'>> = {},
): TicketActOf<'receive'> => ({
  act: 'receive',
  community,
  kind: 'defect',
  gravity: 'ordinary',
  urgent: false,
  title: '2号泵法兰滴水',
  words: '约每秒一滴',
  place: null,
  facility: null,
  spot: '泵房门口',
  home: null,
  origin: { by: 'owner', channel: 'phone' },
  caller: null,
  firstResponsible: by,
  due: { at: 1_800_000_000_000, rule: 'defect', version: 1 },
  photos: [],
  sounds: [],
  fixed: null,
  ...over,
})
