/** What a facility says besides, where it was written down before it could. */
const BEFORE_ITS_PAPERS = {
  ...{ serial: '', installedOn: null, warrantyUntil: null, photos: [], certificate: null },
  ...{ maintenance: null, nextMaintenanceOn: null },
}
const BEFORE_ITS_LIFE = {
  stamps: {},
  kept: [],
  settled: [],
  states: [],
  maintainedOn: null,
  token: null,
  withdrawn: [],
}

/** What an earlier app said of it whole; what it could not say of, it left as it is. */
const FIELDS = ['place', 'name', 'system', 'maker', 'model'] as const

export const facilityOfToday = (record: object) => ({
  ...{ ...BEFORE_ITS_PAPERS, ...BEFORE_ITS_LIFE },
  ...record,
})

/** An earlier app amended it whole and did not say what it saw: each field is meant as it is said. */
export const facilityActOfToday = (act: object): object => {
  if (!('facility' in act) || typeof act.facility !== 'object') return act
  const facility = act.facility as Readonly<Record<string, unknown>>
  if (!('act' in act) || act.act !== 'amend')
    return { ...act, facility: { ...BEFORE_ITS_PAPERS, ...facility } }
  const fields = FIELDS.map((name) => [name, { seen: facility[name], meant: facility[name] }])
  return { act: 'amend', fields: Object.fromEntries(fields) as object }
}
