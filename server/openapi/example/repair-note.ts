import { v5 } from 'uuid'
import type { ChangeId } from '../../../src/domain/id'
import { MINUTE } from '../../../src/domain/instant'
import type { RepairSheet } from '../../../src/domain/repair/repair-sheet'
import type { KindExample } from './kind-example'
import * as the from './names'

const sheet = {
  ...{ home: the.BUILDING, place: null },
  ...{ arrivedAt: the.NINE, endedAt: the.NINE + 40 * MINUTE, minutes: 35 },
  ...{ found: '洗手池角阀滴水', done: '换角阀一只,试水不漏' },
  parts: [{ name: '角阀', unit: '只', hundredths: 100, price: 2_500 }],
  ...{ labour: 3_000, charge: 'own', warranty: null, courtesy: '' },
  ...{ agreed: { fen: 5_500, at: the.NINE + 5 * MINUTE }, before: [the.PHOTO], after: [the.PHOTO] },
  ...{ isDifficult: false, unattended: '', unsigned: '' },
} satisfies RepairSheet

const signed = {
  signature: {
    ...{ name: '业主', strokes: [[100, 500, 400, 300, 800, 600]] },
    ...{ signedAt: the.NINE + 41 * MINUTE, picture: the.SIGNATURE },
  },
  sha256: 'd4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35',
}

export const repairNoteExample: KindExample<'RepairNote'> = {
  record: the.REPAIR_NOTE,
  acts: {
    write: {
      ...{ act: 'write', community: the.COMMUNITY, ticket: the.TICKET, sheet },
      attended: [],
      signed,
    },
    amend: {
      act: 'amend',
      sheet: { ...sheet, done: '换角阀一只、软管一根,试水不漏' },
      signed: null,
    },
    sign: { act: 'sign', ...signed, of: v5('RepairNote 1', the.REPAIR_NOTE) as ChangeId },
    attend: {
      ...{ act: 'attend', staff: the.STAFF, from: the.NINE, until: the.NINE + 40 * MINUTE },
    },
    void: { act: 'void', reason: '写到别的工单上了' },
  },
  story: ['write', 'amend', 'sign', 'attend'],
}
