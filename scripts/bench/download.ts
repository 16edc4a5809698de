/**
 * `npm run bench:download`: everything a person may see, from nothing into the browser's database, beside
 * two peers with the same records in the same browser; and once more over a slow line.
 */
import type { Browser } from 'playwright'
import { isGone } from '../../src/protocol/row'
import { openBrowser, openContext, PHONE } from '../../tests/support/browser'
import { ServerProcess } from '../../tests/support/server-process'
import { WireClient } from '../../tests/support/wire-client'
import { buildBench } from './build-bench'
import { median, report } from './figure'
import { enlarge } from './large-estate'
import { startPeers } from './peers-process'

const TIMES = 5
const ACCOUNT = 'limin'
const TICKETS = Number(process.env['TICKETS'] ?? 5_000)
/** 1.6 Mbit/s in bytes a second, and milliseconds there and back. */
const LINE = { downloadThroughput: 200_000, uploadThroughput: 200_000, latency: 150 }

interface Download {
  readonly took: number
  readonly records: number
  readonly calls?: number
  /** Of `took`, until the answers were read. */
  readonly onTheWay?: number
}

/** All of it as the wire gives it. */
const allRecords = async (client: WireClient): Promise<readonly object[]> => {
  const records = new Map<string, object>()
  let cursor: string | null = null
  for (let more = true; more;) {
    const answer = await client.sync([], cursor)
    for (const row of answer.rows)
      if (!isGone(row)) records.set(row.id, { id: row.id, kind: row.kind, record: row.record })
    cursor = answer.cursor
    more = answer.more
  }
  return [...records.values()]
}

const signInHere = async (account: string): Promise<string> => {
  const answer = await fetch('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: 'mengya-demo' }),
  })
  return ((await answer.json()) as { staff: { id: string } }).staff.id
}

/** Once, in a profile of its own; `bytes` is what came over the line meanwhile. */
const downloadAt = async (
  browser: Browser,
  url: string,
  account: string | null,
  isSlow = false,
) => {
  const context = await openContext(browser, PHONE)
  await context.addInitScript('globalThis.__name = (named) => named')
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForFunction(() => 'bench' in globalThis)
  const staff = account === null ? null : await page.evaluate(signInHere, account)
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  if (isSlow) await session.send('Network.emulateNetworkConditions', { offline: false, ...LINE })
  const told = await page.evaluate(
    (who) =>
      (globalThis as unknown as { bench: (who: string | null) => Promise<Download> }).bench(who),
    staff,
  )
  await context.close()
  return { ...told, bytes }
}

const server = new ServerProcess(null, buildBench())
await server.start()
const client = new WireClient(server.address)
await client.signIn(ACCOUNT)
await enlarge(client, { tickets: TICKETS, visits: 0 })
const records = await allRecords(client)
const peers = await startPeers(records)
const browser = await openBrowser()
const ourPage = `${server.address}/scripts/bench/pages/download.html`
const took: Record<'ours' | 'pouch' | 'rx', number[]> = { ours: [], pouch: [], rx: [] }
const counted = new Set<number>()
let calls = 0
const onTheWay: number[] = []
try {
  for (let each = 0; each < TIMES; each += 1) {
    const ours = await downloadAt(browser, ourPage, ACCOUNT)
    calls = ours.calls ?? 0
    onTheWay.push(ours.onTheWay ?? 0)
    took.ours.push(ours.took)
    counted.add(ours.records)
    for (const peer of ['pouch', 'rx'] as const) {
      const theirs = await downloadAt(browser, `${peers.address}/pages/${peer}.html`, null)
      took[peer].push(theirs.took)
      counted.add(theirs.records)
    }
  }
  const slow = await downloadAt(browser, ourPage, ACCOUNT, true)
  const bytesAlone = (slow.bytes / LINE.downloadThroughput) * 1_000
  if (counted.size !== 1) throw new Error(`Not the same records: ${[...counted].join(', ')}`)
  report({
    'records, each with all its fields': records.length,
    'calls of ours': calls,
    'ours, ms, median': median(took.ours),
    'of it on the way and in the server, ms, median': median(onTheWay),
    'PouchDB from express-pouchdb, ms, median': median(took.pouch),
    'RxDB from a plain endpoint, ms, median': median(took.rx),
    'PouchDB ÷ ours': median(took.pouch) / median(took.ours),
    'RxDB ÷ ours': median(took.rx) / median(took.ours),
    'ours at 150 ms and 1.6 Mbit/s, ms': slow.took,
    'bytes of it': slow.bytes,
    'those bytes alone on that line, ms': bytesAlone,
    'ours ÷ the bytes alone': slow.took / bytesAlone,
  })
} finally {
  await browser.close()
  peers.stop()
  await server.remove()
}
