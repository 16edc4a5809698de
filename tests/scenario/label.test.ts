import { describe, expect, it } from 'vitest'
import type { Checkpoint } from '../../src/domain/checkpoint'
import { readLabel } from '../../src/domain/label'
import { saveActs } from '../../src/storage/save-acts'
import { newId } from '../support/build/ids'
import { author } from '../support/phone-parts'
import { beginStory, type StoryPhone } from '../support/story'

const OLD = 'OldOldOldOldOld0'
const NEW = 'NewNewNewNewNew0'

const plans = async (who: StoryPhone, act: object, record: string) => {
  const saved = await saveActs(
    await who.database(),
    [{ kind: 'Checkpoint', record, act: act as never }],
    author(who.caller.staff, 1),
  )
  expect(saved.ok).toBe(true)
  expect(await who.uploads()).toBe('done')
}

describe('泵房门上的码被人拍走了', () => {
  it('[CP1] 主管换了新码;王在地下室扫旧码,手机说作废了,扫新码签得上', async () => {
    const story = beginStory()
    const zhou = await story.phone('周', ['supervisor'])
    const wang = await story.phone('王')
    const pump: Checkpoint = {
      ...{ id: newId(), community: story.community, name: '泵房', place: newId() },
      ...{ facility: null, form: newId(), token: OLD },
    }
    await plans(zhou, { act: 'set', checkpoint: pump }, pump.id)
    await wang.uploads()
    const scans = async (text: string) => {
      const rows = await (await wang.database()).checkpoints.toArray()
      return readLabel(
        text,
        pump,
        [pump.id],
        rows.map(({ record }) => record),
      ).kind
    }
    expect(await scans(OLD)).toBe('here')
    await plans(zhou, { act: 'replaceToken', token: NEW, reason: '被人拍走了' }, pump.id)
    // Not told yet: the phone goes by what it knows.
    expect(await scans(OLD)).toBe('here')
    await wang.uploads()
    wang.goesDownstairs()
    expect(await scans(OLD)).toBe('withdrawn')
    expect(await scans(`https://mengya.test/c/${NEW}`)).toBe('here')
  })
})
