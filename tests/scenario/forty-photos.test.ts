import { describe, expect, it } from 'vitest'
import type { CheckpointVisitAct } from '../../src/domain/checkpoint-visit'
import { BLANK_PREVIEW, PHOTOS_LIMIT, PREVIEW_LIMIT } from '../../src/domain/photo'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { LIMITS } from '../../src/protocol/version'
import { saveActs, type PhotoToKeep } from '../../src/storage/save-acts'
import { T0 } from '../support/acceptance'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author, hashOf } from '../support/phone-parts'
import { beginStory } from '../support/story'

const HEAD = 'data:image/webp;base64,'
const preview = HEAD + 'A'.repeat(PREVIEW_LIMIT - HEAD.length)
const take = async (index: number): Promise<PhotoToKeep> => {
  const blob = new Blob([`photo ${index}`], { type: 'image/webp' })
  const size = { width: 1_600, height: 1_200, bytes: blob.size }
  return { blob, ref: { ...size, sha256: await hashOf(blob), takenAt: index, preview } }
}

describe('王在一个点拍了四十张', () => {
  it('[PH9] 巡查记录和工单都交得上去,四十张一张不少,主管那里看得到', async () => {
    const story = beginStory()
    const wang = await story.phone('王')
    const zhou = await story.phone('周', ['supervisor'])
    const { staff } = wang.caller
    const taken = await Promise.all(Array.from({ length: PHOTOS_LIMIT }, (_, index) => take(index)))
    const photos = taken.map(({ ref }) => ref)
    const [visit, ticket] = [newId<string>(), newId<TicketId>()]
    const record: CheckpointVisitAct = {
      ...{ act: 'record', community: story.community, round: newId(), checkpoint: newId() },
      ...{ form: newId(), checkIn: { by: 'qr', at: 1 }, abnormal: 1 },
      answers: [
        {
          ...{ item: 'leak', value: 'abnormal', words: '漏水', photos },
          remedy: { kind: 'ticket', ticket },
        },
      ],
    }
    const saved = await saveActs(
      await wang.database(),
      [
        { kind: 'CheckpointVisit', record: visit, act: record },
        {
          ...{ kind: 'Ticket', record: ticket },
          act: receiveTicket(story.community, staff, { photos }),
        },
      ],
      author(staff, T0),
      { photos: taken },
    )
    expect(saved.ok).toBe(true)
    const sent = await (await wang.database()).outbox.toArray()
    for (const { change } of sent)
      expect(Buffer.byteLength(JSON.stringify(change))).toBeLessThan(LIMITS.changeBytes)
    expect(await wang.uploads()).toBe('done')
    await zhou.uploads()
    expect([await wang.marks(ticket), await zhou.marks(ticket)]).toEqual(['going', 'going'])
    await wang.uploadsPhotos()
    await zhou.uploads()
    expect([await wang.marks(ticket), await zhou.marks(ticket)]).toEqual(['uploaded', 'uploaded'])
    const seen = (await zhou.sees(ticket))?.photos ?? []
    expect(seen.map(({ sha256 }) => sha256)).toEqual(photos.map(({ sha256 }) => sha256))
    expect(seen[0]?.preview).toBe(photos[0]?.preview)
    expect(seen.at(-1)?.preview).toBe(BLANK_PREVIEW)
    const held = await (await zhou.database()).checkpointVisits.get(visit)
    expect(held?.record.answers[0]?.photos).toHaveLength(PHOTOS_LIMIT)
  })
})
