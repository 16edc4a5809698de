import type { CommunityId } from '../../../src/domain/community'
import { MINUTE } from '../../../src/domain/instant'
import type { PlaceId } from '../../../src/domain/place'
import type { RepairNoteAct } from '../../../src/domain/repair/repair-note'
import type { RepairSheet } from '../../../src/domain/repair/repair-sheet'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import { newId } from './ids'
import { photoRef } from './patrol'

const HOME = newId<PlaceId>()

export const repairSheet = ({
  arrivedAt = 0,
  ...over
}: Partial<RepairSheet> = {}): RepairSheet => ({
  ...{ home: HOME, place: null, arrivedAt, endedAt: arrivedAt + 30 * MINUTE, minutes: 30 },
  ...{ found: '角阀滴水', done: '换了角阀' },
  parts: [{ name: '角阀', unit: '只', hundredths: 100, price: 2_500 }],
  ...{ labour: 3_000, charge: 'own', warranty: null, courtesy: '' },
  ...{ agreed: { fen: 5_500, at: arrivedAt + MINUTE }, before: [], after: [photoRef('b')] },
  ...{ isDifficult: false, unattended: '', unsigned: '' },
  ...over,
})

type Written = Extract<RepairNoteAct, { act: 'write' }>

export const writeNote = (over: Partial<Written> = {}): Written => ({
  ...{ act: 'write', community: newId<CommunityId>(), ticket: newId<TicketId>() },
  ...{ sheet: repairSheet(), attended: [], signed: null },
  ...over,
})
