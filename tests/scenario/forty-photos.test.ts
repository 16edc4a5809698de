import { describe, expect, it } from 'vitest'
import type { CheckpointVisitAct } from '../../src/domain/checkpoint-visit'
import { BLANK_PREVIEW, PHOTOS_LIMIT, PREVIEW_LIMIT, type Photo } from '../../src/domain/photo'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { LIMITS } from '../../src/protocol/version'
import { saveActs } from '../../src/storage/save-acts'
import { T0 } from '../support/acceptance'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { beginStory } from '../support/story'

const HEAD = 'data:image/webp;base64,'
const photos = Array.from({ length: PHOTOS_LIMIT }, (_, index): Photo => ({
  ...{ sha256: index.toString(16).padStart(64, '0'), width: 1_600, height: 1_200 },
  ...{ bytes: 300_000, takenAt: index },
  preview: HEAD + 'A'.repeat(PREVIEW_LIMIT - HEAD.length),
}))

describe('王在一个点拍了四十张', () => {
  it('[PH9] 巡查记录和工单都交得上去,四十张一张不少,主管那里看得到', async () => {
    const story = beginStory()
    const wang = await story.phone('王')
    const zhou = await story.phone('周', ['supervisor'])
    const { staff } = wang.caller
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
    )
    expect(saved.ok).toBe(true)
    const sent = await (await wang.database()).outbox.toArray()
    for (const { change } of sent)
      expect(Buffer.byteLength(JSON.stringify(change))).toBeLessThan(LIMITS.changeBytes)
    expect(await wang.uploads()).toBe('done')
    expect(await wang.marks(ticket)).toBe('uploaded')
    await zhou.uploads()
    const seen = (await zhou.sees(ticket))?.photos ?? []
    expect(seen.map(({ sha256 }) => sha256)).toEqual(photos.map(({ sha256 }) => sha256))
    expect(seen[0]?.preview).toBe(photos[0]?.preview)
    expect(seen.at(-1)?.preview).toBe(BLANK_PREVIEW)
    const held = await (await zhou.database()).checkpointVisits.get(visit)
    expect(held?.record.answers[0]?.photos).toHaveLength(PHOTOS_LIMIT)
  })
})
