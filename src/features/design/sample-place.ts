import type { CommunityId } from '../../domain/community'
import type { Place, PlaceId } from '../../domain/place'

const community = 'design' as CommunityId
const base = (id: string, within: string | null, label: string, order: number) => ({
  ...{ id: id as PlaceId, community, within: within as PlaceId | null, label, order },
})

/** A corner of an estate; development only. */
export const PLACES: readonly Place[] = [
  { ...base('zone', null, '一期', 1), kind: 'zone' },
  { ...base('three', 'zone', '3栋', 3), kind: 'building' },
  { ...base('five', 'zone', '5栋', 5), kind: 'building' },
  { ...base('two', 'three', '2单元', 2), kind: 'entrance' },
  { ...base('pump', 'three', 'B1 消防泵房', 1), kind: 'area', level: -1 },
  { ...base('lobby', 'three', '大堂', 2), kind: 'area', level: 1 },
  { ...base('home', 'two', '1501', 1), kind: 'unit', level: 15, door: '01', occupancy: 'owner' },
]

export const nameOfPlace = (id: PlaceId): string => {
  const place = PLACES.find((each) => each.id === id)
  if (!place || place.kind === 'zone') return place?.label ?? ''
  const around = place.within ? nameOfPlace(place.within) : ''
  return place.kind === 'building' ? place.label : `${around} ${place.label}`.trim()
}
