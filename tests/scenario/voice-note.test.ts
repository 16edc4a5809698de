import { describe, expect, it } from 'vitest'
import { saveActs } from '../../src/storage/save-acts'
import { confirmPhoto, nextPhoto } from '../../src/storage/photo-repository'
import { newId } from '../support/build/ids'
import { soundRef } from '../support/build/sound'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { beginStory } from '../support/story'
import type { TicketId } from '../../src/domain/ticket/ticket'

describe('王在泵房戴着手套,说了一段话', () => {
  it('[SO3] 录音没传完不说已上传;传完了,主管那里听得到', async () => {
    const story = beginStory()
    const wang = await story.phone('王')
    const zhou = await story.phone('周', ['supervisor'])
    const said = soundRef('5')
    const leak = newId<TicketId>()
    const blob = new Blob(['said aloud'], { type: said.type })
    const act = receiveTicket(newId(), wang.caller.staff, { words: '', sounds: [said] })
    const community = story.community
    const saved = await saveActs(
      await wang.database(),
      [{ kind: 'Ticket', record: leak, act: { ...act, community } }],
      author(wang.caller.staff, 1),
      { photos: [{ blob, ref: said }] },
    )
    expect(saved.ok).toBe(true)
    expect(await wang.marks(leak)).toBe('onPhone')
    await wang.uploads()
    expect(await wang.marks(leak)).toBe('going')
    const next = await nextPhoto(await wang.database(), new Set())
    expect([next?.sha256, next?.type, next?.bytes]).toEqual([said.sha256, 'audio/webm', 4_000])
    await confirmPhoto(await wang.database(), said.sha256, 1)
    expect(await wang.marks(leak)).toBe('uploaded')
    await zhou.uploads()
    expect((await zhou.sees(leak))?.sounds).toEqual([said])
  })
})
