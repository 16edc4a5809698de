import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { itemOf } from '../../support/build/form'
import { at, PatrolPhone } from '../../support/patrol-phone'
import { byRole, theOne } from '../../ui/mount-part'
import { giveMicrophone, refuseMedia } from './devices'
import { ItemPage } from './item-page'

const item = itemOf('voice', { id: 'said', title: '口头说明' })
let phone: PatrolPhone

beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => {
  phone.close()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})
enableAutoUnmount(afterEach)

const press = async (name: string) => {
  theOne('button', name).click()
  await flushPromises()
}
const record = async (name = '录一段语音') => {
  await press(name)
  await vi.waitFor(() => theOne('button', '停止录音 0:00 / 2:00'))
}

it('[FO12] is answered by what was said, kept on the phone before it is named', async () => {
  giveMicrophone('水压一早偏低')
  const page = await ItemPage.open(phone, item)
  await record()
  await press('停止录音 0:00 / 2:00')
  await vi.waitFor(() => theOne('button', '播放第 1 段语音,1 秒'))
  const [sound] = page.answer?.sounds ?? []
  expect(page.answer?.value).toBeNull()
  expect(sound).toMatchObject({ type: 'audio/webm', seconds: 1, takenAt: at(9) })
  expect(await page.draft.photoBlob(sound?.sha256 ?? '')?.text()).toBe('水压一早偏低')
})

it('[SO2] finishing the stop ends what is still being said, and keeps it', async () => {
  giveMicrophone('说到一半')
  const page = await ItemPage.open(phone, item)
  await record()
  await page.finish()
  expect(page.answer?.sounds).toHaveLength(1)
  theOne('button', '再录一段')
})

it('takes one away and brings it back to its place', async () => {
  giveMicrophone('第一段')
  const page = await ItemPage.open(phone, item)
  await record()
  await page.finish()
  giveMicrophone('第二段')
  await record('再录一段')
  await page.finish()
  const both = page.answer?.sounds
  expect(both).toHaveLength(2)
  await press('删除第 1 段语音')
  expect(page.answer?.sounds).toEqual([both?.[1]])
  await press('撤销')
  expect(page.answer?.sounds).toEqual(both)
})

it('says what to do when the microphone is refused', async () => {
  giveMicrophone('')
  refuseMedia()
  const page = await ItemPage.open(phone, item, { missing: 'voice' })
  await press('录一段语音')
  await vi.waitFor(() =>
    expect(byRole('alert').map((each) => each.textContent)).toEqual([
      '没有麦克风权限。可以在手机设置里打开,或者打字写下来。',
      '请录一段语音',
    ]),
  )
  expect(page.answer?.sounds ?? []).toEqual([])
})
