import type { CallerId } from '../../../src/domain/caller'
import type { CalendarDay } from '../../../src/domain/calendar-day'
import type { CheckpointId } from '../../../src/domain/checkpoint'
import type { CheckpointVisitId } from '../../../src/domain/checkpoint-visit'
import type { ClauseId } from '../../../src/domain/clause'
import type { CommunityId } from '../../../src/domain/community'
import type { FacilityId } from '../../../src/domain/facility'
import type { FormId, FormVersionId } from '../../../src/domain/form/form'
import type { ChangeId, CompanyId, DeviceId, StaffId } from '../../../src/domain/id'
import type { PatrolPlanId } from '../../../src/domain/patrol-plan'
import type { Photo } from '../../../src/domain/photo'
import type { MaintenanceId } from '../../../src/domain/maintenance'
import type { PlaceId } from '../../../src/domain/place'
import type { PersonId } from '../../../src/domain/owner/owner-file'
import type { OwnerPromiseId } from '../../../src/domain/promise/promise'
import type { LetterId } from '../../../src/domain/letter/letter'
import type { RepairNoteId } from '../../../src/domain/repair/repair-note'
import type { OwnerNoticeId } from '../../../src/domain/notice/notice'
import type { OwnerVisitId } from '../../../src/domain/visit/owner-visit'
import type { RouteId } from '../../../src/domain/route'
import type { TicketId } from '../../../src/domain/ticket/ticket'

const id = (number: number) => `019ab12c-7a00-7000-8000-${String(number).padStart(12, '0')}`

/** What the examples speak of, the same thing under the same id everywhere. */
export const COMPANY = id(1) as CompanyId
export const STAFF = id(2) as StaffId
export const ENGINEER = id(3) as StaffId
export const DEVICE = id(4) as DeviceId
export const CHANGE = id(5) as ChangeId
export const COMMUNITY = id(10) as CommunityId
export const BUILDING = id(11) as PlaceId
export const PUMP_ROOM = id(12) as PlaceId
export const PUMP = id(13) as FacilityId
export const FORM = id(14) as FormId
export const FORM_VERSION = id(15) as FormVersionId
export const CHECKPOINT = id(16) as CheckpointId
export const ROUTE = id(17) as RouteId
export const PLAN = id(18) as PatrolPlanId
export const VISIT = id(19) as CheckpointVisitId
export const TICKET = id(20) as TicketId
export const CALLER = id(21) as CallerId
export const OTHER_TICKET = id(22) as TicketId
export const PROMISE = id(30) as OwnerPromiseId
export const OWNER_VISIT = id(70) as OwnerVisitId
export const OWNER_NOTICE = id(71) as OwnerNoticeId
export const CLAUSE = id(41) as ClauseId
export const OWNER_LETTER = id(42) as LetterId
export const MAINTENANCE = id(49) as MaintenanceId
export const REPAIR_NOTE = id(40) as RepairNoteId

export const HOME = id(50) as PlaceId
export const PERSON = id(51) as PersonId

export const HANDOVER = id(60)

/** 2026-11-24 09:00 in Shanghai. */
export const NINE = 1_795_482_000_000
export const DAY = '2026-11-24' as CalendarDay
export const SLOT = 'day'

export const SIGNATURE = {
  sha256: '4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce',
  ...{ width: 800, height: 400, bytes: 6_120, takenAt: NINE },
}

export const PHOTO: Photo = {
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  width: 1600,
  height: 1200,
  bytes: 182_400,
  takenAt: NINE,
  preview: 'data:image/webp;base64,UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==',
}
