import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDay } from '../../../src/domain/calendar-day'
import { headOf } from '../../../src/domain/import/head'
import type { ImportCell, ImportTable } from '../../../src/domain/import/table'
import { carriedOut, planOf, tableOf } from '../../support/build/import'

const HEAD = ['楼栋', '单元', '房号', '面积', '姓名', '电话', '身份', '车牌', '租户', '租户电话']

const oneOf = (...words: string[]) => fc.constantFrom(...words)
const row = fc.tuple(
  oneOf('1', '1栋', '二栋', 'A座', ''),
  oneOf('1', '2单元', ''),
  oneOf('101', '501', '501室', '1502', 'S05', '7', ''),
  oneOf('', '89.5', '八十'),
  oneOf('', '张三', '李四', '张 三', '张三、李四'),
  oneOf('', '13800001111', '13800002222', '138', '13800001111、13800002222'),
  oneOf('', '业主', '租户', '家属', '路人'),
  oneOf('', '沪A1'),
  oneOf('', '王五', '张三'),
  oneOf('', '13800003333'),
)
const cell: fc.Arbitrary<ImportCell> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  oneOf('楼栋', '房号', '姓名', '3-2-501', '=1+1', '三栋二单元', '------', '1e400', '99999'),
  fc.constant({ on: '2026-03-02' as CalendarDay }),
)
const anyTable: fc.Arbitrary<ImportTable> = fc.record({
  name: fc.string(),
  rows: fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 25 }),
  merges: fc.array(
    fc.record({ top: fc.nat(30), left: fc.nat(15), bottom: fc.nat(30), right: fc.nat(15) }),
    { maxLength: 5 },
  ),
})

describe('the laws of an import', () => {
  it('[IM1] taken in twice is taken in once', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const table = tableOf(HEAD, ...rows)
        const once = carriedOut(planOf(table))
        const again = planOf(table, once)
        expect([again.laid, again.amended, again.fileActs]).toEqual([[], [], []])
        expect(again.rows.filter(({ fate }) => fate !== 'bad' && fate !== 'same')).toEqual([])
      }),
    )
  })

  it('[IM9] two who lay the same file lay the same places', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const ids = () => planOf(tableOf(HEAD, ...rows)).laid.map(({ id }) => id)
        expect(ids()).toEqual(ids())
        expect(new Set(ids()).size).toBe(ids().length)
      }),
    )
  })

  it('[IM2] no table whatever makes it stumble', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { columns } = headOf(table)
        const plan = planOf(table)
        carriedOut(plan)
        expect(columns.length).toBe(headOf(table).titles.length)
        expect(plan.rows.every(({ fate, faults }) => (fate === 'bad') === faults.length > 0)).toBe(
          true,
        )
      }),
    )
  })
})
