/** Many people at once, one act a call, against one server process: acts accepted a second. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectTo, type DatabaseAddress } from '../../server/database/address'
import { AccountBook } from '../../server/account/account-book'
import { AccountDesk } from '../../server/account/account-desk'
import { SessionBook } from '../../server/account/session-book'
import { kyselyOver, PostgresStore } from '../../server/store/postgres/postgres-store'
import type { CommunityId } from '../../src/domain/community'
import type { CompanyId, DeviceId, StaffId } from '../../src/domain/id'
import type { Grant } from '../../src/domain/permission'
import { nameId, newId } from '../../tests/support/build/ids'
import { receiveTicket } from '../../tests/support/build/ticket'

const CALLERS = 32
const SECONDS = 4
const TURNS = 3
const PORT = 18_730

const agent = new Agent({ keepAlive: true, maxSockets: CALLERS })

const post = (path: string, body: unknown, cookie: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const text = JSON.stringify(body)
    const headers = {
      ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      ...{ origin: `http://localhost:${PORT}`, cookie },
    }
    const call = request({ agent, port: PORT, host: '127.0.0.1', path, method: 'POST', headers })
    call.on('error', reject)
    call.on('response', (response) => {
      let answer = ''
      response.setEncoding('utf8').on('data', (part: string) => (answer += part))
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(answer))
        else reject(new Error(`${path} ${response.statusCode ?? 0} ${answer}`))
      })
    })
    call.end(text)
  })

/** Somebody signed in, who reports one ticket after another from a community of their own. */
class Caller {
  readonly #device = newId<DeviceId>()
  #seq = 0
  #cursor: string | null = null

  constructor(
    private readonly staff: StaffId,
    private readonly community: CommunityId,
    private readonly cookie: string,
  ) {}

  #change() {
    const act = receiveTicket(this.community, this.staff)
    return {
      ...{ id: newId<string>(), seq: (this.#seq += 1), at: Date.now(), clockOffset: 0 },
      ...{ by: this.staff, kind: 'Ticket', record: newId<string>(), schema: 1, act },
    }
  }

  async report(): Promise<void> {
    const answer = await post(
      '/api/v1/sync',
      {
        ...{ protocol: 1, staff: this.staff, device: this.#device, app: 'bench', schema: 1 },
        ...{ cursor: this.#cursor, changes: [this.#change()], want: 2_000 },
        waiting: { changes: 1, photos: 0, oldestAt: null },
      },
      this.cookie,
    )
    this.#cursor = (answer as { cursor: string }).cursor
  }

  async insert(): Promise<void> {
    this.#seq -= 1
    await post('/bare', this.#change(), '')
  }
}

const signIn = async (address: DatabaseAddress): Promise<readonly Caller[]> => {
  const sql = connectTo(address, { max: 2 })
  const db = kyselyOver(sql)
  const services = { newMark: () => newId<string>(), nameId }
  const desk = new AccountDesk(new PostgresStore(sql), services)
  const [accounts, sessions] = [new AccountBook(db), new SessionBook(sql)]
  const company = newId<CompanyId>()
  await accounts.addCompany(company, 'bench', false)
  const callers: Caller[] = []
  for (let each = 0; each < CALLERS; each += 1) {
    const [staff, community] = [newId<StaffId>(), newId<CommunityId>()]
    const grants: Grant[] = [{ role: 'steward', community, buildings: [] }]
    const names = { account: `bench-${staff}`, name: 'bench', roles: ['steward' as const] }
    const account = { company, staff, ...names, grants, closedAt: null }
    await desk.open(account, 'bench-password', { by: staff, at: Date.now() })
    const { token } = await sessions.open(company, staff, '', Date.now())
    callers.push(new Caller(staff, community, `mengya=${token}`))
  }
  await sql.end()
  return callers
}

const perSecond = async (
  callers: readonly Caller[],
  work: (caller: Caller) => Promise<void>,
  seconds: number,
): Promise<number> => {
  let done = 0
  const end = performance.now() + seconds * 1_000
  await Promise.all(
    callers.map(async (caller) => {
      while (performance.now() < end) {
        await work(caller)
        done += 1
      }
    }),
  )
  return done / seconds
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Bare and accepted in turns, so that both meet the same machine. */
export const manyCallers = async (address: DatabaseAddress): Promise<Record<string, number>> => {
  const folder = mkdtempSync(join(tmpdir(), 'mengya-bench-'))
  const callers = await signIn(address)
  const child = spawn(
    process.execPath,
    [...process.execArgv, new URL('serve.ts', import.meta.url).pathname],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        ...{ BENCH_ADDRESS: JSON.stringify(address), BENCH_FOLDER: folder },
        BENCH_PORT: String(PORT),
      },
    },
  )
  await once(child.stdout, 'data')
  const [bare, accepted]: [number[], number[]] = [[], []]
  for (const work of ['insert', 'report'] as const)
    await perSecond(callers, (caller) => caller[work](), 2)
  for (let turn = 0; turn < TURNS; turn += 1) {
    bare.push(await perSecond(callers, (caller) => caller.insert(), SECONDS))
    accepted.push(await perSecond(callers, (caller) => caller.report(), SECONDS))
  }
  child.kill('SIGTERM')
  await once(child, 'exit')
  agent.destroy()
  rmSync(folder, { recursive: true, force: true })
  return {
    [`${CALLERS} callers, one act a call: acts accepted a second`]: median(accepted),
    [`${CALLERS} callers, bare HTTP and the same insert and commit a second`]: median(bare),
    'accepted ÷ bare (many callers)': median(accepted) / median(bare),
  }
}
