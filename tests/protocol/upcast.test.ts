import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { ticketActs } from '../../src/domain/ticket/act'
import { ticketSchema } from '../../src/domain/ticket/ticket'
import { upcastAct, upcastRecord } from '../../src/protocol/upcast'
import { SCHEMA } from '../../src/protocol/version'

type Row = Readonly<Record<string, unknown>>
interface Dump {
  readonly tables: readonly { readonly name: string; readonly rows: readonly Row[] }[]
}

const fixture = join(import.meta.dirname, '..', 'fixture', 'schema-1')
const phone = JSON.parse(readFileSync(join(fixture, 'phone.json'), 'utf8')) as Dump
const rowsOf = (table: string) => phone.tables.find(({ name }) => name === table)?.rows ?? []
const acts = rowsOf('outbox').map(({ change }) => (change as { readonly act: object }).act)
const records = rowsOf('tickets').map(({ record }) => record as object)
const isReceive = (act: object) => 'act' in act && act.act === 'receive'

describe('[SY70] what an app of schema 1 wrote', () => {
  it('could not be read as it is', () => {
    expect(records.some((record) => v.is(ticketSchema, record))).toBe(false)
    expect(acts.filter(isReceive).every((act) => v.is(ticketActs.receive, act))).toBe(false)
  })

  it('is read through the steps, and the voice notes it has stay', () => {
    for (const record of records)
      expect(v.is(ticketSchema, upcastRecord('Ticket', 1, record))).toBe(true)
    const received = acts.filter(isReceive).map((act) => upcastAct('Ticket', 1, act))
    for (const act of received) expect(v.is(ticketActs.receive, act)).toBe(true)
    const sounds = received.map((act) => (act as { readonly sounds: unknown[] }).sounds.length)
    expect(sounds.sort()).toEqual([0, 0, 1])
  })

  it('is the same after a second time, and what is of today is left as it is', () => {
    for (const record of records) {
      const once = upcastRecord('Ticket', 1, record)
      expect(upcastRecord('Ticket', 1, once)).toEqual(once)
      expect(upcastRecord('Ticket', SCHEMA, record)).toBe(record)
    }
  })

  it('is given what came into the newest schema while it was already in use', () => {
    const before = { id: 'lift', name: '1栋 电梯', maker: '迅达' }
    const today = upcastRecord('Facility', SCHEMA, before)
    expect(today).toMatchObject({ ...before, photos: [], certificate: null, withdrawn: [] })
    expect(upcastRecord('Facility', SCHEMA, { ...today, photos: ['one'] })).toMatchObject({
      photos: ['one'],
    })
  })

  it('of another kind is left alone', () => {
    const act = { act: 'receive' }
    expect(upcastAct('Round', 1, act)).toBe(act)
    expect(upcastRecord('Round', 1, act)).toBe(act)
  })
})
