import { describe, expect, it } from 'vitest'
import type { SyncRequest } from '../../src/protocol/sync-request'
import { fetchWire } from '../../src/sync/wire'
import { never } from '../support/exchange-phone'

const request = { protocol: 1 } as SyncRequest

/** What comes back of a call to which a server, or something before it, answers so. */
const reply = (body: string, init: ResponseInit) =>
  fetchWire(() => Promise.resolve(new Response(body, init))).post(request, never)

describe('the wire', () => {
  it('reads an answer, its status and how long to wait', async () => {
    const headers = { 'Retry-After': '7' }
    expect(await reply('{"error":{"kind":"slow-down"}}', { status: 429, headers })).toEqual({
      ...{ reached: true, status: 429, retryAfter: 7 },
      body: { error: { kind: 'slow-down' } },
    })
  })

  it('[SY52] hears a gateway that asks for a wait in words of its own', async () => {
    for (const status of [429, 503])
      expect(
        await reply('<html>busy</html>', { status, headers: { 'Retry-After': '20' } }),
      ).toEqual({ reached: true, status, body: null, retryAfter: 20 })
  })

  it('[SY52] takes no wait longer than an hour, and none it cannot read', async () => {
    const waits = ['86400000', 'Wed, 25 Nov 2026 08:00:00 GMT', '-5', '']
    const said = await Promise.all(
      waits.map(async (wait) => {
        const got = await reply('{}', { status: 503, headers: { 'Retry-After': wait } })
        return got.reached ? got.retryAfter : 'lost'
      }),
    )
    expect(said).toEqual([3_600, null, null, null])
  })

  it('[SY46] hears a gateway that finds a body too large', async () => {
    expect(await reply('<html></html>', { status: 413 })).toMatchObject({ status: 413, body: null })
  })

  it('takes a captive portal’s page for no answer at all', async () => {
    expect(await reply('<html>WLAN</html>', { status: 200 })).toEqual({ reached: false })
  })
})
