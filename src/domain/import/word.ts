import type { OCCUPANCIES, Place } from '../place'
import type { Relation } from '../owner/detail'

export type UnitUse = NonNullable<Extract<Place, { kind: 'unit' }>['use']>
type Occupancy = (typeof OCCUPANCIES)[number]

const firstThat = <Value>(
  words: readonly (readonly [Value, RegExp])[],
  said: string,
): Value | null =>
  said ? (words.find(([, is]) => is.test(said.toLowerCase()))?.[0] ?? null) : null

const USES: readonly (readonly [UnitUse, RegExp])[] = [
  ['villa', /别墅|联排|独栋|叠拼|villa|townhouse/u],
  ['shop', /商铺|商业|门面|店铺|底商|shop|retail|commercial/u],
  ['office', /办公|写字|office/u],
  ['garage', /车库|车位|garage|parking/u],
  ['storage', /储藏|储物|杂物|仓|storage/u],
  ['dwelling', /住宅|住房|公寓|居住|民宅|dwelling|residential|apartment|home|house/u],
]
/** What a home is used as (用途); null where the words say none we know. */
export const useOf = (said: string): UnitUse | null => firstThat(USES, said)

const STATES: readonly (readonly [Occupancy, RegExp])[] = [
  ['vacant', /空置|空关|未入住|未住|没住|无人|闲置|未售|未交|待售|否|^空$|vacant|empty|unsold/u],
  ['let', /出租|租住|已租|租赁|在租|租户|^租$|let|rent|lease/u],
  ['owner', /自住|已入住|入住|在住|常住|业主|是|居住|owner|occupied|live/u],
]
export const occupancyOf = (said: string): Occupancy | null => firstThat(STATES, said)

const RELATIONS: readonly (readonly [Relation, RegExp])[] = [
  ['lessee', /租|承租|tenant|lessee|renter/u],
  [
    'occupant',
    /家属|家人|家庭|配偶|妻|夫|子|女|父|母|亲|住户|同住|成员|occupant|family|spouse|child|parent|member/u,
  ],
  ['owner', /业主|产权|户主|本人|房东|共有|权利人|owner|landlord|self/u],
]
/** 租户, 家属, 业主 and what people write for them. */
export const relationOf = (said: string): Relation | null =>
  /^业主$|产权人|^owner$/iu.test(said) ? 'owner' : firstThat(RELATIONS, said)
