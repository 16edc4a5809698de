import { describe, expect, it } from 'vitest'
import type { CalendarDay } from '../../../src/domain/calendar-day'
import type { Place, PlaceId } from '../../../src/domain/place'
import { carriedOut, COMMUNITY, planOf, tableOf } from '../../support/build/import'
import { newId } from '../../support/build/ids'

const HEAD = ['楼栋', '单元', '房号', '建筑面积(㎡)', '业主姓名', '联系电话', '身份', '车牌号']
const faultsOf = (...rows: string[][]) =>
  planOf(tableOf(HEAD, ...rows)).rows.map(({ faults }) =>
    faults.map(({ column, kind }) => `${column} ${kind}`),
  )
const labels = (places: readonly Place[], kind: Place['kind']) =>
  places.filter((place) => place.kind === kind).map(({ label }) => label)

describe('a file of homes', () => {
  it('[IM1] lays places once, and people with what ties them to their home', () => {
    const plan = planOf(
      tableOf(
        HEAD,
        ['3', '2', '501', '89.5', '张三', '13800001111', '业主', '沪A12345'],
        ['3栋', '2单元', '501', '', '李四', '13800002222', '租户', ''],
        ['三栋', '二单元', '502室', '', '', '', '', ''],
      ),
    )
    expect(plan.rows.map(({ fate }) => fate)).toEqual(['new', 'new', 'new'])
    expect(labels(plan.laid, 'building')).toEqual(['3栋'])
    expect(labels(plan.laid, 'entrance')).toEqual(['2单元'])
    expect(plan.laid.filter(({ kind }) => kind === 'unit')).toMatchObject([
      { label: '501', level: 5, area: 89.5, occupancy: 'let' },
      { label: '502', level: 5, occupancy: 'vacant' },
    ])
    const { files } = carriedOut(plan)
    expect(files.map(({ name, phones, ties }) => [name, phones, ties[0]?.relation])).toEqual([
      ['张三', ['13800001111'], 'owner'],
      ['李四', ['13800002222'], 'lessee'],
    ])
  })

  it.each([
    [['3-2-501'], '3栋 2单元 501'],
    [['三栋二单元501室'], '三栋 二单元 501'],
    [['一期3#2单元1501'], '一期 3# 2单元 1501'],
    [['A座-1201'], 'A座 1201'],
    [['12-501'], '12栋 501'],
  ])('[IM7] reads %s', ([address = ''], told) => {
    const plan = planOf(tableOf(['房号全称', '业主'], [address, '']))
    expect(plan.rows[0]?.faults).toEqual([])
    expect(plan.laid.map(({ label }) => label).join(' ')).toBe(told)
  })

  it('[IM8] draws irregular homes as they are', () => {
    const plan = planOf(
      tableOf(
        ['楼栋', '房号', '楼层', '用途'],
        ['5栋', '商铺12', '', '商铺'],
        ['8栋', '', '', '别墅'],
        ['地下车库', 'B1-023', '', '车位'],
        ['5栋', '01', '负2', '储藏室'],
        ['5栋', '501', '', '复式'],
        ['5栋', '7', '', '住宅'],
      ),
    )
    const units = plan.laid.flatMap((place) => (place.kind === 'unit' ? place : []))
    expect(units.map(({ label, level, use }) => [label, level, use])).toEqual([
      ['商铺12', 1, 'shop'],
      ['整栋', 1, 'villa'],
      ['B1-023', -1, 'garage'],
      ['01', -2, 'storage'],
      ['501', 5, undefined],
    ])
    expect(units[4]?.layout).toBe('复式')
    expect(plan.rows[5]?.faults).toEqual([{ column: 'door', kind: 'level' }])
  })

  it('[IM11] says in its own cell what is wrong with a row', () => {
    expect(
      faultsOf(
        ['3', '1', '', '', '张三', '', '', ''],
        ['3', '1', '501', '89', '张三、李四', '13800001111', '', ''],
        ['3', '1', '502', '89', '张三', '1380000111', '', ''],
        ['3', '1', '503', '八十', '张三', '', '', ''],
        ['3', '1', '504', '', '', '13800001111', '', ''],
        ['3', '1', '505', '', '王五', '', '路人', ''],
        ['3', '1', '506', '', '', '', '', ''],
        ['3', '1', '506', '', '', '', '', ''],
        ['3', '1', '507', '80', '赵六', '', '', ''],
        ['3', '1', '507', '81', '钱七', '', '', ''],
        ['3', '1', '507', '', '赵六', '', '', ''],
        ['3', '1', '508', '', '张三、李四', '13800001111、13800002222', '', ''],
      ),
    ).toEqual([
      ...[['door no-home'], ['name two-owners'], ['phone phone'], ['area area']],
      ...[['name no-name'], ['relation relation'], [], ['door doubled'], []],
      ...[['area differs'], ['name doubled-person'], []],
    ])
  })

  it('[IM11] says that a spreadsheet took a door for a day', () => {
    const plan = planOf(tableOf(['房号', '业主'], [{ on: '2026-03-02' as CalendarDay }, '张三']))
    expect(plan.rows[0]?.faults).toEqual([{ column: 'door', kind: 'day-home' }])
  })

  it('[IM6] takes full-width figures, unseen signs, days by number and text like formulas as what they say', () => {
    const plan = planOf(
      tableOf(
        ['楼栋', '单元', '房号', '姓名', '电话', '交房日期'],
        ['3', '1', '501', '=cmd()‏A\u0007', '138 0000 1111', '45352'],
      ),
    )
    const [open] = plan.fileActs
    expect(open?.act).toMatchObject({
      name: '=cmd()A',
      ties: [{ since: '2024-03-01' }],
    })
  })

  it('[IM4] finds its head below titles, and fills what was drawn as one', () => {
    const plan = planOf({
      name: '房屋',
      rows: [
        ['萌芽花园业主台账', '', '', '', ''],
        ['', '', '', '租户信息', ''],
        ['楼栋', '单元', '房号', '姓名', '电话'],
        ['3', '1', '501', '张三', '13800001111'],
        ['', '', '502', '李四', ''],
        ['合计', '2', '', '', ''],
      ],
      merges: [
        { top: 0, left: 0, bottom: 0, right: 4 },
        { top: 1, left: 3, bottom: 1, right: 4 },
        { top: 3, left: 0, bottom: 4, right: 0 },
        { top: 3, left: 1, bottom: 4, right: 1 },
      ],
    })
    expect(plan.rows.map(({ row, fate }) => [row, fate])).toEqual([
      [4, 'new'],
      [5, 'new'],
    ])
    expect(carriedOut(plan).files.map(({ ties }) => ties[0]?.relation)).toEqual([
      'lessee',
      'lessee',
    ])
  })

  it('[IM10] lays no building nobody said is one', () => {
    const plan = planOf(tableOf(HEAD, ['33', '1', '501', '', '张三', '', '', '']), {
      isAccepted: () => false,
    })
    expect(plan.newBuildings).toEqual([
      { key: '/33', label: '33栋', zone: '', homes: 1, isAccepted: false },
    ])
    expect([plan.laid, plan.fileActs]).toEqual([[], []])
    expect(plan.rows[0]?.faults).toEqual([{ column: 'building', kind: 'new-building' }])
  })

  it('[IM10] asks which zone, and which entrance, where the file leaves that open', () => {
    const place = (
      kind: 'zone' | 'building' | 'entrance',
      label: string,
      within: PlaceId | null,
    ) => ({
      ...{ id: newId<PlaceId>(), community: COMMUNITY, order: 1, kind, label, within },
    })
    const [one, two] = [place('zone', '一期', null), place('zone', '二期', null)]
    const [here, there] = [place('building', '3栋', one.id), place('building', '3栋', two.id)]
    const places = [
      one,
      two,
      here,
      there,
      ...['1单元', '2单元'].map((l) => place('entrance', l, here.id)),
    ]
    const plan = planOf(
      tableOf(
        ['期区', '楼栋', '单元', '房号'],
        ['', '3', '1', '501'],
        ['1期', '3', '', '501'],
        ['二期', '3', '', '501'],
      ),
      { places },
    )
    expect(plan.rows.map(({ faults }) => faults[0]?.kind)).toEqual([
      'which-zone',
      'which-entrance',
      undefined,
    ])
  })

  it('[IM13] leaves the people of a building whoever imports does not hold, not its places', () => {
    const plan = planOf(tableOf(HEAD, ['3', '1', '501', '', '张三', '', '', '']), {
      holds: () => false,
    })
    expect(plan.rows[0]?.fate).toBe('waits')
    expect(plan.notHeld.map(({ label }) => label)).toEqual(['3栋'])
    expect(plan.laid).toHaveLength(3)
    expect(plan.fileActs).toEqual([])
  })

  it('[IM12] writes one person of forty homes down once in each building', () => {
    const rows = Array.from({ length: 40 }, (_, at) => [
      ...[at < 35 ? '3' : '4', '1', String(101 + at * 100), '', '包租婆', '13800001111', '', ''],
    ])
    const { files } = carriedOut(planOf(tableOf(HEAD, ...rows)))
    expect(files.map(({ ties }) => ties.length)).toEqual([35, 5])
    expect(new Set(files.map(({ person }) => person)).size).toBe(1)
  })

  it('[IM12] amends who is known by home and name, or by home and number', () => {
    const first = carriedOut(
      planOf(
        tableOf(
          HEAD,
          ['3', '1', '501', '', '张三', '13800001111', '', ''],
          ['3', '1', '502', '', '李四', '13800002222', '', ''],
        ),
      ),
    )
    const again = planOf(
      tableOf(
        HEAD,
        ['3', '1', '501', '90', '张三', '13900009999', '', '沪B1'],
        ['3', '1', '502', '', '李四海', '13800002222', '', ''],
      ),
      first,
    )
    expect(again.rows.map(({ fate }) => fate)).toEqual(['changed', 'changed'])
    const { files } = carriedOut(again, first)
    expect(files.map(({ name, phones, plates }) => [name, phones, plates])).toEqual([
      ['张三', ['13800001111', '13900009999'], ['沪B1']],
      ['李四海', ['13800002222'], []],
    ])
  })
})
