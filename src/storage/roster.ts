import type { CommunityId } from '../domain/community'
import type { DutyRoster } from '../domain/roster/duty-roster'
import type { Month } from '../domain/month'
import type { PhoneDatabase } from './phone-database'

/** The rosters of a community for these months, the earliest first. */
export const rostersHeld = async (
  database: PhoneDatabase,
  community: CommunityId,
  months: readonly Month[],
): Promise<readonly DutyRoster[]> =>
  (await database.dutyRosters.where('month').anyOf(months).sortBy('month'))
    .map(({ record }) => record)
    .filter((each) => each.community === community)
