import { flushPromises, enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Answer } from '../../../src/domain/form/answer'
import { itemOf } from '../../support/build/form'
import { signatureOf } from '../../support/build/signature'
import { at, PatrolPhone } from '../../support/patrol-phone'
import { byRole, theOne } from '../../ui/mount-part'
import { giveGlass, liftUp, touchDown } from './devices'
import { ItemPage } from './item-page'

const item = itemOf('signature', { id: 'keeper', title: '值班人签字' })
const last: Answer = { item: 'keeper', value: null, signature: signatureOf() }
let phone: PatrolPhone

beforeEach(async () => {
  giveGlass()
  phone = await PatrolPhone.open()
})
afterEach(() => {
  phone.close()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})
enableAutoUnmount(afterEach)

const open = async () => {
  const page = await ItemPage.open(phone, item, { last })
  await vi.waitFor(() => expect(page.part.find('canvas').exists()).toBe(true))
  await import('signature_pad')
  await flushPromises()
  return page
}
const pad = (n: number) => theOne('img', `值班人签字:签字板,已写 ${n} 笔`)
const write = async (n: number) => {
  touchDown(pad(n), [30, 30], [60, 30])
  liftUp([90, 30])
  await flushPromises()
}
const press = async (name: string) => {
  theOne('button', name).click()
  await flushPromises()
}

it('[SG1] [SG3] is signed by hand; undo takes off one stroke, what was cleared comes back', async () => {
  const page = await open()
  await write(0)
  await write(1)
  expect(page.answer?.signature).toMatchObject({ name: '', signedAt: at(9) })
  expect(page.answer?.signature?.strokes[0]?.slice(0, 2)).toEqual([100, 200])
  await press('撤一笔')
  pad(1)
  await write(1)
  await press('清空')
  pad(0)
  await press('撤销')
  pad(2)
  await press('王大山')
  expect(page.answer?.signature?.name).toBe('王大山')
  expect(byRole('button', '王大山')).toEqual([])
})

it('[SG1] is confirmed by name alone where one cannot draw; a hand takes that back', async () => {
  const page = await open()
  await page.type('丁小川')
  byRole('switch')[0]?.click()
  await flushPromises()
  expect(page.answer?.signature).toEqual({
    ...{ name: '丁小川', strokes: [], confirmed: true, signedAt: at(9) },
  })
  await page.finish()
  expect(page.answer?.signature?.picture).toBeUndefined()
  await write(0)
  expect(page.answer?.signature?.confirmed).toBeUndefined()
  expect(byRole('switch')).toEqual([])
})

it('[SG3] [SG4] finishing ends the stroke under way, and draws the picture once', async () => {
  const page = await open()
  await write(0)
  touchDown(pad(1), [30, 60], [200, 90])
  await page.finish()
  const signed = page.answer?.signature
  expect(signed?.strokes).toHaveLength(2)
  expect(signed?.picture).toMatchObject({ width: 800, height: 400, bytes: 3, takenAt: at(9) })
  expect(page.draft.photoBlob(signed?.picture?.sha256 ?? '')?.size).toBe(3)
  // The finger that is lifted only now adds nothing; the next stroke is one more, and a new picture.
  liftUp([210, 90])
  phone.tick.value = at(9, 5)
  await write(2)
  expect(page.answer?.signature).toMatchObject({ signedAt: at(9, 5) })
  expect(page.answer?.signature?.picture).toBeUndefined()
})

it('[SG3] is there again, stroke by stroke, after the page died', async () => {
  const page = await open()
  await write(0)
  await write(1)
  await page.leave()
  phone = await phone.dieAndOpen()
  const again = await open()
  pad(2)
  await write(2)
  expect(again.answer?.signature?.strokes).toHaveLength(3)
})

it('[SG2] says that the glass is full, and keeps what stands on it', async () => {
  const page = await open()
  const strokes = Array.from({ length: 80 }, () => [1, 1])
  page.draft.change('keeper', { signature: signatureOf({ strokes }) })
  await flushPromises()
  await write(80)
  expect(byRole('alert')[0]?.textContent).toContain('签字板写满了')
  expect(page.answer?.signature?.strokes).toHaveLength(80)
  await press('撤一笔')
  expect(byRole('alert')).toEqual([])
})

it('[SG1] a phone without glass says so, and the name can still be confirmed', async () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  const page = await ItemPage.open(phone, item, { missing: 'signature' })
  await vi.waitFor(() =>
    expect(byRole('alert').map((each) => each.textContent)).toContain(
      '签字板打不开。请写上姓名,再打开「本人确认」。',
    ),
  )
  await press('李敏')
  byRole('switch')[0]?.click()
  await flushPromises()
  expect(page.answer?.signature).toMatchObject({ name: '李敏', confirmed: true })
})
