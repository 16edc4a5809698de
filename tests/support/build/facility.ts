import type { CommunityId } from '../../../src/domain/community'
import type { Facility, FacilityId } from '../../../src/domain/facility'
import { FACILITY_FIELDS } from '../../../src/domain/facility'
import type { PlaceId } from '../../../src/domain/place'
import type { ActToSave } from '../../../src/storage/save-acts'
import { newId } from './ids'

interface Stands {
  readonly community: CommunityId
  readonly place: PlaceId
}

export const facilityAt = (at: Stands, over: Partial<Facility> = {}): Facility => ({
  ...{ id: newId<FacilityId>(), community: at.community, place: at.place, name: '2号给水泵' },
  ...{ system: 'waterSupply', maker: '', model: '', serial: '', installedOn: null },
  ...{ warrantyUntil: null, photos: [], certificate: null, maintenance: null },
  ...{ nextMaintenanceOn: null, state: 'inUse', stamps: {}, kept: [], settled: [], states: [] },
  ...{ maintainedOn: null, token: null, withdrawn: [], ...over },
})

export const installFacility = (facility: Facility): ActToSave => {
  const { id, community, state } = facility
  const fields = Object.fromEntries(FACILITY_FIELDS.map((name) => [name, facility[name]]))
  return {
    ...{ kind: 'Facility', record: id },
    act: { act: 'install', facility: { id, community, state, ...fields } as Facility },
  }
}
