import type { StaffId } from '../../src/domain/id'
import type { TicketAct } from '../../src/domain/ticket/act'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { isGone } from '../../src/protocol/row'
import { saveActs } from '../../src/storage/save-acts'
import { exchange } from '../../src/sync/exchange'
import type { PhotoWire } from '../../src/sync/photo-wire'
import { freshMemory } from '../../src/sync/poison'
import { freshPhotoMemory, sendPhotos } from '../../src/sync/send-photos'
import { fetchWire } from '../../src/sync/wire'
import { newId } from './build/ids'
import { receiveTicket } from './build/ticket'
import type { HttpClient } from './http-client'
import { author, PhoneDisk, syncParts } from './phone-parts'
import { sha256Of, upload, webpBytes } from './tus-upload'

const never = new AbortController().signal

const photoWire = (client: () => HttpClient): PhotoWire => ({
  send: async (photo) => {
    const there = async () => {
      const { staff } = client()
      const path = `/api/v1/photos/${photo.sha256}?staff=${staff}`
      return (await client().call('HEAD', path)).status === 200
    }
    if (await there()) return { is: 'confirmed' }
    await upload(client(), new Uint8Array(await photo.blob.arrayBuffer()))
    return { is: (await there()) ? 'confirmed' : 'trouble' }
  },
})

/** A phone with real storage and real exchanges against a server on a socket; `moveTo` another. */
export const httpPhone = async (first: HttpClient, community: string) => {
  let client = first
  const staff = first.staff as StaffId
  const database = await new PhoneDisk().open()
  const fetchHere: typeof fetch = (path, init) => {
    const { method, body } = init ?? {}
    const headers = { 'content-type': 'application/json' }
    return client.raw(method ?? 'GET', path as string, { headers, body: body ?? null })
  }
  const wire = fetchWire(fetchHere)
  const parts = syncParts(database, staff, wire, () => Date.now())
  const go = async () => {
    const memory = freshMemory()
    for (let round = 0; round < 60; round += 1) {
      const result = await exchange(parts, memory, never)
      if (result.ended === 'again' || (result.ended === 'done' && result.more)) continue
      const photos = photoWire(() => client)
      const run = { memory: freshPhotoMemory(), signal: never, mustPause: () => false }
      await sendPhotos({ ...parts, photos }, run)
      return result.ended
    }
    return 'circling'
  }
  const newTicket = async (title: string): Promise<TicketId> => {
    const id = newId<TicketId>()
    const bytes = Uint8Array.from(webpBytes())
    const ref = {
      ...{ sha256: sha256Of(bytes), width: 10, height: 10, bytes: bytes.length },
      ...{ takenAt: Date.now(), preview: 'data:image/webp;base64,AAAA' },
    }
    const act: TicketAct = {
      ...receiveTicket(community as never, staff, { title }),
      photos: [ref],
    }
    const photos = [{ ref, blob: new Blob([bytes], { type: 'image/webp' }) }]
    await saveActs(database, [{ kind: 'Ticket', record: id, act }], author(staff, Date.now()), {
      photos,
    })
    return id
  }
  return {
    ...{ database, go, newTicket },
    moveTo: (url: string) => {
      const { cookie } = client
      client = Object.assign(Object.create(client) as HttpClient, { url, cookie })
    },
    titles: async () => (await database.tickets.toArray()).map(({ record }) => record.title).sort(),
    /** Photos of the tickets this phone shows that the server it talks to does not hold. */
    photosMissing: async () => {
      const { rows } = await Object.assign(Object.create(client) as HttpClient, {
        device: newId<string>(),
        cursor: null,
        seq: 0,
      }).sync()
      return rows.flatMap((row) => (isGone(row) ? [] : (row.photosMissing ?? [])))
    },
  }
}
