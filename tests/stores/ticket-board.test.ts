// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ref } from 'vue'
import type { StaffId } from '../../src/domain/id'
import type { BoardWay } from '../../src/domain/ticket/board'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { saveActs, type ActToSave } from '../../src/storage/save-acts'
import { useSavedFilters } from '../../src/stores/saved-filter'
import { useTicketBoard } from '../../src/stores/ticket-board'
import { useTicketList } from '../../src/stores/ticket-list'
import { useTicketMove } from '../../src/stores/ticket-move'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
const zhao = newId<StaffId>()
beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => phone.close())

const does = async (record: TicketId, act: ActToSave['act'], by: StaffId, minute = 30) => {
  const done = { kind: 'Ticket', record, act } as const
  const saved = await saveActs(phone.database, [done], author(by, at(8, minute)))
  if (!saved.ok) throw new Error(saved.error.kind)
}
const receive = async (title: string, dueAt: number): Promise<TicketId> => {
  const record = newId<TicketId>()
  const { staff } = phone.phone.person
  const due = { at: dueAt, rule: 'defect', version: 1 } as const
  await does(record, receiveTicket(phone.estate.community.id, staff, { title, due }), staff, 1)
  return record
}
const open = (first: BoardWay = 'status') => {
  const way = ref<BoardWay>(first)
  return phone.use(() => ({ way, board: useTicketBoard(way), list: useTicketList() }))
}
type Board = ReturnType<typeof useTicketBoard>
const told = ({ lanes }: Board) =>
  Object.fromEntries(
    lanes.value
      .filter(({ count }) => count > 0)
      .map(({ column, cards }) => [column, cards.map(({ title }) => title)]),
  )

describe('the board', () => {
  it('[DK1] [DK2] tells the list off into columns, in its order, and follows what is done', async () => {
    const first = await receive('先到期', at(10))
    await receive('后到期', at(11))
    await receive('超时了', at(8, 30))
    await does(first, { act: 'assign', from: 'received', to: zhao, words: '' }, zhao)
    const { board, way } = open()
    await expect
      .poll(() => told(board))
      .toEqual({ received: ['超时了', '后到期'], assigned: ['先到期'] })
    await does(first, { act: 'accept', from: 'assigned' }, zhao)
    await expect.poll(() => told(board)['accepted']).toEqual(['先到期'])
    way.value = 'clock'
    await expect
      .poll(() => told(board))
      .toEqual({ overdue: ['超时了'], today: ['先到期', '后到期'] })
  })

  it('[DK1] reads only the first of a long column, says how many there are, and more when asked', async () => {
    for (let n = 0; n < 27; n += 1) await receive(`第 ${n} 件`, at(12, n))
    const { board } = open()
    await expect.poll(() => board.lanes.value[0]?.cards.length).toBe(20)
    expect(board.lanes.value[0]?.count).toBe(27)
    board.showMore('received')
    await expect.poll(() => board.lanes.value[0]?.cards.length).toBe(27)
  })

  it('[DK1] shows what is filtered, and the closed where those are looked at', async () => {
    await receive('灯不亮', at(12))
    await receive('水管漏', at(12))
    const { board, list } = open()
    list.words = '水管'
    await expect.poll(() => told(board)).toEqual({ received: ['水管漏'] })
    list.words = ''
    list.view = 'closed'
    await expect.poll(() => board.lanes.value.map(({ column }) => column)).toEqual(['closed'])
  })
})

describe('a card moved', () => {
  it('[DK3] that asks for nothing is done, said, and taken back', async () => {
    const id = await receive('灯不亮', at(12))
    const { staff } = phone.phone.person
    await does(id, { act: 'assign', from: 'received', to: staff, words: '' }, zhao)
    const { board } = open()
    const move = phone.use(() => useTicketMove())
    await expect.poll(() => board.cards.value.length).toBe(1)
    const [ticket] = board.cards.value
    if (!ticket) throw new Error('not on the board')
    const deed = board.waysOf(ticket).get('accepted')
    expect(deed).toBe('accept')
    if (deed) await move.begin(ticket, deed)
    expect(move.asking.value).toBeNull()
    await expect.poll(() => move.canUndo.value).toBe(true)
    await expect.poll(() => told(board)).toEqual({ accepted: ['灯不亮'] })
    await move.undo()
    await expect.poll(() => told(board)).toEqual({ assigned: ['灯不亮'] })
  })

  it('[DK3] that asks for words waits for them and moves nothing meanwhile', async () => {
    await receive('灯不亮', at(12))
    const { board } = open()
    const move = phone.use(() => useTicketMove())
    await expect.poll(() => board.cards.value.length).toBe(1)
    const [ticket] = board.cards.value
    if (ticket) await move.begin(ticket, 'assign')
    expect(move.asking.value?.deed).toBe('assign')
    expect(told(board)).toEqual({ received: ['灯不亮'] })
  })

  it('[DK3] that somebody moved first stays where they put it, and they are named', async () => {
    const id = await receive('灯不亮', at(12))
    const { board } = open()
    const move = phone.use(() => useTicketMove())
    await expect.poll(() => board.cards.value.length).toBe(1)
    const [seen] = board.cards.value
    await does(id, { act: 'assign', from: 'received', to: zhao, words: '' }, zhao)
    if (seen) await move.begin(seen, 'accept')
    expect([move.failure.value !== '', move.moved.value?.by]).toEqual([true, zhao])
    await expect.poll(() => told(board)).toEqual({ assigned: ['灯不亮'] })
  })
})

describe('a filter with a name', () => {
  const filters = () => phone.use(() => ({ list: useTicketList(), saved: useSavedFilters() }))
  const names = ({ saved }: ReturnType<typeof filters>) =>
    saved.filters.value.map(({ name }) => name)

  it('[DK6] brings filter, words, order and shape back, also after the app died', async () => {
    const { list, saved } = filters()
    list.view = 'overdue'
    list.words = '水管'
    list.order = { by: 'title', isDown: true }
    list.shape = 'clock'
    await saved.save(' 我这栋的水 ')
    await expect.poll(() => saved.shown.value?.name).toBe('我这栋的水')
    list.view = 'closed'
    expect(saved.shown.value).toBeNull()
    phone = await phone.dieAndOpen()
    const again = filters()
    await expect.poll(() => names(again)).toEqual(['我这栋的水'])
    const [filter] = again.saved.filters.value
    if (filter) again.saved.show(filter)
    expect([again.list.view, again.list.words, again.list.shape]).toEqual([
      ...['overdue', '水管', 'clock'],
    ])
    expect(again.list.order).toEqual({ by: 'title', isDown: true })
  })

  it('[DK6] has a name of its own, is renamed, and taken out with a way back to its place', async () => {
    const all = filters()
    const { list, saved } = all
    for (const [name, view] of [
      ['一', 'mine'],
      ['二', 'open'],
      ['三', 'closed'],
    ] as const) {
      list.view = view
      await saved.save(name)
    }
    await expect.poll(() => names(all)).toEqual(['一', '二', '三'])
    expect([saved.faultOf(' ', null), saved.faultOf('二', null)]).toEqual(['missing', 'taken'])
    const [, second] = saved.filters.value
    if (!second) throw new Error('not kept')
    expect(saved.faultOf('二', second.id)).toBeNull()
    await saved.rename(second.id, '办理中的')
    await expect.poll(() => names(all)).toEqual(['一', '办理中的', '三'])
    await saved.remove(second.id)
    await expect.poll(() => names(all)).toEqual(['一', '三'])
    await saved.putBack()
    await expect.poll(() => names(all)).toEqual(['一', '办理中的', '三'])
  })

  it('[DK6] leaves out what this app does not know', () => {
    const { list, saved } = filters()
    const odd = { view: 'moon', kind: 'rocket', handler: null, place: null, words: '' }
    saved.show({ ...odd, order: { by: 'weight', isDown: false }, shape: 'wheel' })
    expect([list.view, list.kind, list.order, list.shape]).toEqual(['open', null, null, 'list'])
  })
})
