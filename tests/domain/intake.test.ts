import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { departmentOf } from '../../src/domain/intake/department'
import { faultsOf, type Checked } from '../../src/domain/intake/fault'
import { riserOf } from '../../src/domain/intake/riser'
import { similarOf } from '../../src/domain/intake/similar'
import { withoutNames } from '../../src/domain/intake/without-names'
import type { CommunityId } from '../../src/domain/community'
import type { FacilityId } from '../../src/domain/facility'
import type { StaffId } from '../../src/domain/id'
import type { Place, PlaceId } from '../../src/domain/place'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'

const stands = { name: '业主', number: '(号码略)' }
const community = newId<CommunityId>()
const staff = newId<StaffId>()

const good: Checked = {
  ...{ kind: 'complaint', channel: 'phone', words: '楼上砸墙', isShown: false, answers: [] },
  ...{ name: '陈女士', phone: '138 0000 0000', unit: '3-2-1501', home: 'home', place: null },
  ...{ spot: '', happened: '', wanted: '', suitDay: '', suitFrom: '09:00', suitTo: '11:00' },
  ...{ number: '', answerBy: '', said: '', isMajor: false, reason: '' },
}
const kinds = (over: Partial<Checked>) =>
  Object.fromEntries(
    Object.entries(faultsOf({ ...good, ...over })).map(([field, { kind }]) => [field, kind]),
  )

const unit = (within: PlaceId, level: number, door: string): Place => ({
  ...{ id: newId<PlaceId>(), community, within, label: `${level}${door}`, order: level },
  ...{ kind: 'unit', level, door, occupancy: 'owner' },
})

const ticketOf = (over: Partial<Ticket>): Ticket =>
  ({
    ...receiveTicket(community, staff),
    ...{ id: newId<TicketId>(), takenBy: staff, receivedAt: 100, stamps: {}, thread: [] },
    ...{ joined: [], status: 'received', ...over },
  }) as Ticket

describe('an intake', () => {
  it('[IN7] finds nothing wrong with what is whole', () => {
    expect(faultsOf(good)).toEqual({})
  })

  it('[IN7] says each thing that is wrong at its field', () => {
    expect(kinds({ kind: '', words: ' ' })).toEqual({ kind: 'missing', words: 'missing' })
    expect(kinds({ phone: '1380000o000' })).toEqual({ phone: 'letters' })
    expect(kinds({ unit: '9-9-9999', home: null })).toEqual({ unit: 'no-such-home' })
    expect(kinds({ unit: '', home: null })).toEqual({ place: 'missing' })
    expect(kinds({ unit: '', home: null, spot: '东门外' })).toEqual({})
    expect(kinds({ suitDay: '2026-11-25', suitTo: '08:00' })).toEqual({
      suits: 'ends-before-it-starts',
    })
    expect(kinds({ suitDay: '2026-11-25', suitTo: '' })).toEqual({ suits: 'half-said' })
    expect(kinds({ channel: 'hotline' })).toEqual({ number: 'missing', answerBy: 'missing' })
    expect(kinds({ isMajor: true })).toEqual({ reason: 'missing' })
  })

  it('[IN7] says how long twenty thousand characters are, and how many fit', () => {
    expect(faultsOf({ ...good, words: '吵'.repeat(20_000) })).toEqual({
      words: { kind: 'too-long', length: 20_000, most: 4_000 },
    })
  })

  it('[IN7] takes a photo or a voice note for words', () => {
    expect(kinds({ words: '', isShown: true })).toEqual({})
  })

  it('[IN3] leaves out who said it, and numbers that ring somebody', () => {
    const said = '我是陈国平,电话138 0000-1234,1501一直漏水,陈国平家。微信 020-88886666'
    expect(withoutNames(said, '陈国平', stands)).toBe(
      '我是业主,电话(号码略),1501一直漏水,业主家。微信 (号码略)',
    )
  })

  it('[IN3] leaves no run of seven digits, whatever was said', () => {
    fc.assert(
      fc.property(fc.string(), fc.bigInt(1_000_000n, 10n ** 18n), fc.string(), (a, n, b) => {
        expect(withoutNames(`${a}${n}${b}`, '', stands)).not.toMatch(/\d{7}/)
      }),
    )
  })

  it('[IN4] asks what stands there first, then the sort, then the kind', () => {
    const cleaner = { role: 'cleaner' as const }
    expect(departmentOf('complaint', cleaner, { system: 'landscape' })).toBe('gardener')
    expect(departmentOf('complaint', cleaner, { system: 'lift' })).toBe('engineer')
    expect(departmentOf('complaint', cleaner, null)).toBe('cleaner')
    expect(departmentOf('repair', null, null)).toBe('engineer')
  })

  it('[IN6] knows a riser by its entrance and its door', () => {
    const [one, two] = [newId<PlaceId>(), newId<PlaceId>()]
    const homes = [unit(one, 1, '01'), unit(one, 2, '01'), unit(one, 2, '02'), unit(two, 3, '01')]
    expect(riserOf(homes[0]!.id, homes)).toEqual([homes[0]!.id, homes[1]!.id])
    expect(riserOf(one, homes)).toEqual([])
  })

  it('[IN6] shows what is open of the same home, facility or riser, of late, in that order', () => {
    const [home, above, other] = [newId<PlaceId>(), newId<PlaceId>(), newId<PlaceId>()]
    const pump = newId<FacilityId>()
    const riser = ticketOf({ home: above })
    const machine = ticketOf({ facility: pump })
    const own = ticketOf({ home })
    const old = ticketOf({ home, receivedAt: 10 })
    const closed = ticketOf({ home, status: 'closed' })
    const found = similarOf([riser, machine, old, closed, own, ticketOf({ home: other })], {
      ...{ home, riser: [home, above], facility: pump, since: 50 },
    })
    expect(found.map(({ ticket, by }) => [ticket.id, by])).toEqual([
      [own.id, 'home'],
      [machine.id, 'facility'],
      [riser.id, 'riser'],
    ])
  })
})
