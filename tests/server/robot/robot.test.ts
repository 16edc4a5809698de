import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RobotWatch } from '../../../server/robot/robot-watch'
import { FIRST_TIMING } from '../../../src/domain/clock/first-timing'
import type { StaffId } from '../../../src/domain/id'
import { HOUR, MINUTE } from '../../../src/domain/instant'
import { numberOf } from '../../../src/domain/ticket/number'
import type { Ticket, TicketId } from '../../../src/domain/ticket/ticket'
import { newId } from '../../support/build/ids'
import { buildPatrol } from '../../support/build/patrol'
import { receiveTicket } from '../../support/build/ticket'
import type { HttpClient } from '../../support/http-client'
import type { HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'

interface Message {
  readonly msgtype: string
  readonly text: { readonly content: string }
}

/** A robot as its documentation says: a POST of JSON, an `errcode` for an answer. */
const standIn = async () => {
  const got: Message[] = []
  const state = { errcode: 0, isDead: false }
  let asked: () => void = () => undefined
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      asked()
      if (state.isDead) return
      const said = JSON.parse(Buffer.concat(parts).toString('utf8')) as Message
      if (state.errcode === 0) got.push(said)
      const errmsg = state.errcode === 0 ? 'ok' : 'api freq out of limit'
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify({ errcode: state.errcode, errmsg }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  /** Until somebody asks next. */
  const next = () => new Promise<void>((done) => (asked = done))
  return {
    got,
    state,
    server,
    asked: next,
    address: `http://127.0.0.1:${port}/cgi-bin/webhook/send?key=secret`,
  }
}

let here: TestServer
let company: HttpCompany
let robot: Awaited<ReturnType<typeof standIn>>
let writer: HttpClient
let ahead = 0
const faults: string[] = []
const watch = (over: { readonly company?: string | null } = {}) =>
  new RobotWatch({
    sql: here.database.sql,
    robot: { address: robot.address, company: company.id, ...over },
    now: () => Date.now() + ahead,
    onFault: (what) => faults.push(what),
  })

const take = async (): Promise<TicketId> => {
  const ticket = newId<TicketId>()
  const due = { at: Date.now() + HOUR, rule: 'defect', version: 1 } as const
  const words = { title: '3栋吴女士家漏水', words: '电话13800001234', due }
  const act = receiveTicket(company.community, writer.staff as Ticket['takenBy'], words)
  await writer.sync([writer.change('Ticket', ticket, act)])
  return ticket
}

beforeAll(async () => {
  here = await testServer()
  robot = await standIn()
  company = await here.company('萌芽物业')
  writer = await company.signedIn('administrator', 'supervisor')
  const { community } = buildPatrol(newId<StaffId>())
  const own = { ...community, id: company.community, timing: FIRST_TIMING, leader: null }
  await writer.sync([writer.change('Community', own.id, { act: 'found', community: own })])
})
afterAll(async () => {
  robot.server.close()
  await here.close()
})

describe('[CK14] a group robot', () => {
  it('is told of an escalation once, by however many servers, by number and place only', async () => {
    const ticket = await take()
    ahead = 40 * MINUTE
    const [one, other] = [watch(), watch()]
    await Promise.all([one.look(), other.look()])
    await other.look()
    expect(robot.got).toEqual([
      {
        msgtype: 'text',
        text: { content: `工单 ${numberOf(ticket)} · 还没人接,报主管` },
      },
    ])
    ahead = 2 * HOUR
    await one.look()
    expect(robot.got.map(({ text }) => text.content)).toEqual([
      `工单 ${numberOf(ticket)} · 还没人接,报主管`,
      `工单 ${numberOf(ticket)} · 超时,报主管`,
    ])
  })

  it('that does not take a message is told again later; nothing else waits for it', async () => {
    robot.state.errcode = 45_009
    const before = robot.got.length
    await take()
    ahead = 45 * MINUTE
    expect(await watch().look()).toBe(0)
    expect(faults.at(-1)).toBe('errcode 45009')
    expect(faults.join(' ')).not.toContain('secret')
    robot.state.errcode = 0
    expect(await watch().look()).toBe(0)
    ahead += 5 * MINUTE
    expect(await watch().look()).toBe(1)
    expect(robot.got).toHaveLength(before + 1)
  })

  it('that does not answer keeps no server from stopping, and is told by the next', async () => {
    robot.state.isDead = true
    await take()
    ahead += 45 * MINUTE
    const before = robot.got.length
    const hung = watch()
    const looking = hung.look()
    await robot.asked()
    await hung.stop()
    expect(await looking).toBe(0)
    robot.state.isDead = false
    ahead += 5 * MINUTE
    await watch().look()
    expect(robot.got.length).toBeGreaterThan(before)
  })

  it('tells nothing where it is not said whose it is', async () => {
    const other = await here.company('邻居物业')
    const person = await other.signedIn('supervisor')
    const act = receiveTicket(other.community, person.staff as Ticket['takenBy'])
    await person.sync([person.change('Ticket', newId(), act)])
    ahead = 3 * HOUR
    expect(await watch({ company: null }).look()).toBe(0)
    expect(faults.at(-1)).toContain('WECOM_ROBOT_COMPANY')
  })
})
