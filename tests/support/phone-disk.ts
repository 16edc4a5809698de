import type { Page } from 'playwright'

/** What the phone's database holds, read beside the app. */
export interface PhoneDisk {
  readonly tickets: readonly {
    readonly id: string
    readonly title: string
    readonly photos: readonly string[]
  }[]
  /** The records whose first act waits in the outbox or stands in the journal. */
  readonly told: readonly string[]
  readonly photos: readonly string[]
  /** Everything begun, as text. */
  readonly drafts: string
}

export const readDisk = (page: Page): Promise<PhoneDisk> =>
  page.evaluate(async () => {
    interface Held {
      id: string
      record: { title: string; photos: { sha256: string }[] }
    }
    interface Change {
      change: { record: string; act: { act: string } }
    }
    const names = await indexedDB.databases()
    const name =
      names.map((each) => each.name ?? '').find((each) => each.startsWith('mengya')) ?? ''
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(new Error('The database does not open'))
    })
    const all = <Row>(table: string) =>
      new Promise<Row[]>((resolve) => {
        const request = database.transaction(table).objectStore(table).getAll()
        request.onsuccess = () => resolve(request.result as Row[])
      })
    const tickets = await all<Held>('tickets')
    const changes = [...(await all<Change>('outbox')), ...(await all<Change>('journal'))]
    const photos = await all<{ sha256: string }>('photos')
    const drafts = JSON.stringify(await all<unknown>('drafts'))
    database.close()
    return {
      tickets: tickets.map(({ id, record }) => ({
        ...{ id, title: record.title, photos: record.photos.map(({ sha256 }) => sha256) },
      })),
      told: changes
        .filter(({ change }) => change.act.act === 'receive')
        .map(({ change }) => change.record),
      photos: photos.map(({ sha256 }) => sha256),
      drafts,
    }
  })
