import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpClient, Reply } from '../../support/http-client'
import { testServer, type TestServer } from '../../support/server'

let server: TestServer
let folder: string
let client: HttpClient

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mengya-app-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>萌芽巡查</title>')
  writeFileSync(join(folder, 'service-worker.js'), 'self.x = 1')
  writeFileSync(join(folder, 'assets', 'main-abc123.js'), `export const x = "${'x'.repeat(4096)}"`)
  server = await testServer(folder)
  client = await (await server.company('萌芽物业')).signedIn('steward')
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; media-src blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const errorOf = ({ body }: Reply) =>
  (body as { error: { kind: string; message: string } } | null)?.error

const json = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  headers: { 'content-type': 'application/json', ...headers },
  body,
})

describe('[WI3] every answer', () => {
  it.each(['/', '/healthz', '/api/v1/time', '/api/v1/nowhere', '/assets/none.js', '/api/v1/sync'])(
    '%s carries the policy and its company',
    async (path) => {
      const { headers } = await client.call('GET', path)
      expect(headers.get('content-security-policy')).toBe(POLICY)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('strict-transport-security')).toContain('max-age')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  it('of the API is never stored, and is packed when it is long', async () => {
    const page = await client.raw('GET', '/api/v1/openapi.json', {
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('content-encoding')).toBe('gzip')
    await page.text()
  })
})

describe('[WI1] errors', () => {
  it('speak Chinese unless English is asked for, and carry a stable kind', async () => {
    const zh = errorOf(await client.call('GET', '/api/v1/nowhere'))
    const headers = { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.8' }
    const en = errorOf(await client.call('GET', '/api/v1/nowhere', { headers }))
    expect(zh).toEqual({ kind: 'not-found', message: '没有找到。' })
    expect(en).toEqual({ kind: 'not-found', message: 'Not found.' })
  })

  it.each([
    ['not JSON', '{"staff": ', 400, 'malformed'],
    ['random bytes', '\u0001\u0002ÿþ', 400, 'malformed'],
    ['a list', '[]', 400, 'malformed'],
    ['null', 'null', 400, 'malformed'],
    ['wrong types', '{"account":7,"password":{"secret":"hunter2"}}', 400, 'malformed'],
    ['a NUL', '{"account":"a\\u0000b","password":"hunter2"}', 400, 'malformed'],
    ['half a letter', '{"account":"a\\ud800b","password":"hunter2"}', 400, 'malformed'],
    ['deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 400, 'malformed'],
    ['too much', JSON.stringify({ account: 'a'.repeat(70_000) }), 413, 'too-large'],
  ])('a body of %s', async (_name, body, status, kind) => {
    const reply = await client.call('POST', '/api/v1/session', json(body))
    expect([reply.status, errorOf(reply)?.kind]).toEqual([status, kind])
    expect(reply.text).not.toContain('hunter2')
  })

  it('of a body that lies about its length, or of another kind than said', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const asForm = await client.call('POST', '/api/v1/sync', { headers: form, body: '{}' })
    expect([asForm.status, errorOf(asForm)?.kind]).toEqual([400, 'malformed'])
    const body = new Blob(['x'.repeat(2 * 1024 * 1024)]).stream()
    const headers = { 'content-type': 'application/json' }
    const init = { headers, body, duplex: 'half' } as RequestInit
    const streamed = await client.call('POST', '/api/v1/sync', init)
    expect([streamed.status, errorOf(streamed)?.kind]).toEqual([413, 'too-large'])
  })

  it('[WI2] of the inside say nothing, here or in the log', async () => {
    const { sql } = server.database
    await sql`alter table device rename to secret_device`
    const reply = await client.call('GET', '/api/v1/presence?who=陈立')
    await sql`alter table secret_device rename to device`
    expect([reply.status, errorOf(reply)?.kind]).toEqual([503, 'unavailable'])
    expect(reply.headers.get('retry-after')).not.toBeNull()
    expect(reply.text).not.toMatch(/device|relation|陈立|select/)
    const logged = server.lines.join('')
    expect(logged).toContain('"route":"/api/v1/presence"')
    expect(logged).not.toMatch(/relation|陈立|hunter2|staff-/)
  })
})

describe('[WI4] a state change', () => {
  it.each(['', 'null', 'https://evil.test', 'http://mengya.test', 'https://mengya.test.evil.test'])(
    'from the origin %j is refused',
    async (origin) => {
      const calls = [
        ['POST', '/api/v1/session'],
        ['DELETE', '/api/v1/session'],
        ['POST', '/api/v1/sync'],
        ['POST', '/api/v1/uploads'],
        ['POST', '/api/v1/accounts'],
      ] as const
      for (const [method, path] of calls) {
        const reply = await client.call(method, path, { headers: { origin } })
        expect([path, reply.status, errorOf(reply)?.kind]).toEqual([path, 403, 'foreign-origin'])
      }
    },
  )
})

describe('[WI4] a body', () => {
  it.each([
    ['application/json', 401],
    ['application/json; charset=utf-8', 401],
    ['APPLICATION/JSON;charset=UTF-8', 401],
    ['application/json-patch+json', 400],
    ['application/jsonp', 400],
    ['application/offset+octet-stream', 400],
    ['text/plain', 400],
    ['text/plain; application/json', 400],
  ])('said to be %s', async (type, status) => {
    const body = JSON.stringify({ account: 'nobody-at-all', password: 'x' })
    const headers = { 'content-type': type, 'x-forwarded-for': type }
    expect((await client.call('POST', '/api/v1/session', { headers, body })).status).toBe(status)
  })

  it('of an upload is tus’s, of a DELETE too if it has one', async () => {
    const headers = { 'content-type': 'application/json', 'tus-resumable': '1.0.0' }
    for (const [method, path] of [
      ['PATCH', '/api/v1/uploads/x'],
      ['DELETE', '/api/v1/uploads/x'],
    ] as const)
      expect((await client.call(method, path, { headers, body: '{}' })).status).toBe(400)
    const text = { 'content-type': 'text/plain' }
    const reply = await client.call('DELETE', '/api/v1/session', { headers: text, body: 'x' })
    expect([reply.status, errorOf(reply)?.kind]).toEqual([400, 'malformed'])
  })
})

describe('[WI14] the app', () => {
  const page = { accept: 'text/html' }

  it('is answered to whoever goes to a page, and asked about each time', async () => {
    for (const path of ['/', '/today', '/tickets/0193']) {
      const reply = await client.call('GET', path, { headers: page })
      expect([path, reply.status, reply.text.includes('萌芽巡查')]).toEqual([path, 200, true])
      expect(reply.headers.get('cache-control')).toBe('no-cache')
    }
    const worker = await client.call('GET', '/service-worker.js')
    expect(worker.headers.get('cache-control')).toBe('no-cache')
    expect(worker.headers.get('content-type')).toContain('javascript')
  })

  it('keeps hashed files for ever, packed', async () => {
    const reply = await client.raw('GET', '/assets/main-abc123.js', {
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(reply.headers.get('cache-control')).toContain('immutable')
    expect(reply.headers.get('content-encoding')).toBe('gzip')
    await reply.text()
  })

  it.each([
    '/assets/gone-1.js',
    '/api/v1/nowhere',
    '/api/nowhere',
    '/missing.png',
    '/..%2f..%2fpackage.json',
  ])('is not answered for %s', async (path) => {
    const reply = await client.call('GET', path, { headers: page })
    expect([reply.status, errorOf(reply)?.kind]).toEqual([404, 'not-found'])
  })
})

describe('[WI15] around it', () => {
  it('tells health, readiness and the time to anybody, its figures to a token alone', async () => {
    const stranger = (await server.company('别家')).stranger()
    expect((await stranger.call('GET', '/healthz')).body).toEqual({ ok: true })
    expect((await stranger.call('GET', '/readyz')).status).toBe(200)
    const { serverTime } = (await stranger.call('GET', '/api/v1/time')).body as {
      serverTime: number
    }
    expect(Number.isSafeInteger(serverTime)).toBe(true)
    expect((await stranger.call('GET', '/metrics')).status).toBe(404)
    const headers = { authorization: 'Bearer metrics-token' }
    const figures = await stranger.call('GET', '/metrics', { headers })
    expect(figures.text).toContain('process_cpu_seconds_total')
  })
})
