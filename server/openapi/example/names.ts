import type { CallerId } from '../../../src/domain/caller'
import type { CalendarDay } from '../../../src/domain/calendar-day'
import type { CheckpointId } from '../../../src/domain/checkpoint'
import type { CheckpointVisitId } from '../../../src/domain/checkpoint-visit'
import type { CommunityId } from '../../../src/domain/community'
import type { FacilityId } from '../../../src/domain/facility'
import type { FormId, FormVersionId } from '../../../src/domain/form/form'
import type { ChangeId, CompanyId, DeviceId, StaffId } from '../../../src/domain/id'
import type { PatrolPlanId } from '../../../src/domain/patrol-plan'
import type { Photo } from '../../../src/domain/photo'
import type { PlaceId } from '../../../src/domain/place'
import type { RouteId } from '../../../src/domain/route'
import type { TicketId } from '../../../src/domain/ticket/ticket'

const id = <Id extends string>(number: number): Id =>
  `019ab12c-7a00-7000-8000-${String(number).padStart(12, '0')}` as Id

/** What the examples speak of, the same thing under the same id everywhere. */
export const COMPANY = id<CompanyId>(1)
export const STAFF = id<StaffId>(2)
export const ENGINEER = id<StaffId>(3)
export const DEVICE = id<DeviceId>(4)
export const CHANGE = id<ChangeId>(5)
export const COMMUNITY = id<CommunityId>(10)
export const BUILDING = id<PlaceId>(11)
export const PUMP_ROOM = id<PlaceId>(12)
export const PUMP = id<FacilityId>(13)
export const FORM = id<FormId>(14)
export const FORM_VERSION = id<FormVersionId>(15)
export const CHECKPOINT = id<CheckpointId>(16)
export const ROUTE = id<RouteId>(17)
export const PLAN = id<PatrolPlanId>(18)
export const VISIT = id<CheckpointVisitId>(19)
export const TICKET = id<TicketId>(20)
export const CALLER = id<CallerId>(21)

/** 2026-11-24 09:00 in Shanghai. */
export const NINE = 1_795_482_000_000
export const DAY = '2026-11-24' as CalendarDay
export const SLOT = 'day'

export const PHOTO: Photo = {
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  width: 1600,
  height: 1200,
  bytes: 182_400,
  takenAt: NINE,
  preview: 'data:image/webp;base64,UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==',
}
