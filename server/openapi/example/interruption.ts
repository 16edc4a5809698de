import { v5 } from 'uuid'
import type { ChangeId } from '../../../src/domain/id'
import { HOUR } from '../../../src/domain/instant'
import type { InterruptionId } from '../../../src/domain/interruption/interruption'
import type { KindExample } from './kind-example'
import * as the from './names'

const INTERRUPTION = '019ab12c-7a00-7000-8000-000000000080' as InterruptionId
const REACH = v5(`reach/${the.BUILDING}`, INTERRUPTION)

export const interruptionExample: KindExample<'ServiceInterruption'> = {
  record: INTERRUPTION,
  acts: {
    announce: {
      ...{ act: 'announce', community: the.COMMUNITY, what: 'water', kind: 'planned' },
      ...{ facilities: [the.PUMP], places: [], reason: '清洗生活水箱' },
      ...{ from: the.NINE + 24 * HOUR, until: the.NINE + 27 * HOUR },
    },
    begin: { act: 'begin', beganAt: the.NINE + 24 * HOUR },
    prolong: { act: 'prolong', until: the.NINE + 29 * HOUR, words: '阀门锈死,要换' },
    restore: { act: 'restore', restoredAt: the.NINE + 28 * HOUR, words: '水清后再用' },
    callOff: { act: 'callOff', words: '改到下周' },
  },
  story: ['announce', 'begin', 'prolong', 'restore'],
}

export const interruptionReachExample: KindExample<'InterruptionReach'> = {
  record: REACH,
  acts: {
    tell: {
      ...{ act: 'tell', interruption: INTERRUPTION, community: the.COMMUNITY },
      ...{ building: the.BUILDING, of: the.CHANGE, homes: [the.HOME], how: 'phone', reached: true },
    },
    takeBack: { act: 'takeBack', telling: v5('InterruptionReach 0', REACH) as ChangeId },
  },
  story: ['tell', 'takeBack'],
}
