import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer } from '../../../src/domain/form/answer'
import { calendarDay } from '../../../src/domain/calendar-day'
import { itemOf } from '../../support/build/form'
import { PatrolPhone, TODAY } from '../../support/patrol-phone'
import { byRole, theOne } from '../../ui/mount-part'
import { giveCamera, refuseMedia } from './devices'
import { ItemPage } from './item-page'

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
const alerts = () => byRole('alert').map((each) => each.textContent)

describe('a code', () => {
  const item = itemOf('scan', { id: 'seal', title: '封条号' })

  it('[FO12] is typed from what is printed under it', async () => {
    const page = await ItemPage.open(phone, item)
    expect(document.querySelector('label')?.textContent).toBe('封条号')
    await page.type('FT-20417')
    expect(page.answer).toEqual({ item: 'seal', value: 'FT-20417' })
  })

  it('[FO12] is read by the camera, which closes behind it', async () => {
    giveCamera('PUMP-0042')
    const page = await ItemPage.open(phone, item)
    await press('打开相机扫码')
    await vi.waitFor(() => expect(page.answer?.value).toBe('PUMP-0042'))
    await flushPromises()
    expect(document.querySelector('video')).toBeNull()
    expect(document.querySelector('input')?.value).toBe('PUMP-0042')
    theOne('button', '打开相机扫码')
  })

  it('says what to do when the camera is refused, and can still be typed', async () => {
    refuseMedia()
    const page = await ItemPage.open(phone, item)
    await press('打开相机扫码')
    await vi.waitFor(() => expect(document.body.textContent).toContain('没有相机权限'))
    await page.type('FT-1')
    expect(page.answer?.value).toBe('FT-1')
    await press('关上相机')
    expect(document.body.textContent).not.toContain('没有相机权限')
  })
})

describe('「同上次」', () => {
  const item = itemOf('text', { id: 'serial', title: '表号', long: false, repeatable: true })
  const last: Answer = { item: 'serial', value: 'W-118' }

  it('[FO13] says what it was, takes it over with one tap, and says so until it is changed', async () => {
    const page = await ItemPage.open(phone, item, { last })
    expect(document.body.textContent).toContain('上次:W-118')
    await press('同上次')
    expect(page.answer).toEqual({ item: 'serial', value: 'W-118', sameAsLast: true })
    expect(theOne('button', '同上次').getAttribute('aria-pressed')).toBe('true')
    await page.type('W-119')
    expect(page.answer).toEqual({ item: 'serial', value: 'W-119' })
    expect(theOne('button', '同上次').getAttribute('aria-pressed')).toBe('false')
  })

  it('[FO13] of a day is written down today', async () => {
    const due = itemOf('date', { id: 'due', title: '年检到期日', expires: true, repeatable: true })
    const value = calendarDay(2027, 3, 31)
    const given: Answer = { item: 'due', value, givenOn: calendarDay(2026, 10, 1) }
    const page = await ItemPage.open(phone, due, { last: given })
    await press('同上次')
    expect(page.answer).toEqual({ item: 'due', value, givenOn: TODAY, sameAsLast: true })
  })

  it('[FO13] is not offered where the author did not allow it, nor without a last time', async () => {
    await ItemPage.open(phone, { ...item, repeatable: false }, { last })
    await ItemPage.open(phone, item)
    expect(byRole('button', '同上次')).toEqual([])
  })
})

describe('a day', () => {
  const item = itemOf('date', { id: 'due', title: '年检到期日', expires: true })

  it('[FO10] is written down with today, and a past one asks what is wrong at once', async () => {
    const page = await ItemPage.open(phone, item)
    await page.type('2027-03-31')
    expect(page.answer).toEqual({ item: 'due', value: '2027-03-31', givenOn: TODAY })
    expect(byRole('radio', '转工单')).toEqual([])
    await page.type('2026-03-31')
    expect(byRole('status')[0]?.textContent).toBe('已经过期')
    theOne('radio', '转工单').click()
    await flushPromises()
    expect(page.answer?.remedy).toMatchObject({ kind: 'ticket' })
  })
})

describe('several of a few', () => {
  const item = itemOf('choices', {
    ...{ id: 'there', title: '现场有', least: 2, most: 2 },
    options: [
      { id: 'log', label: '登记本', abnormal: false },
      { id: 'torch', label: '手电', abnormal: false },
      { id: 'broken', label: '锁坏了', abnormal: true },
    ],
  })

  it('[FO11] are kept in the order of the form, and say how many are still wanted', async () => {
    const page = await ItemPage.open(phone, item, { missing: 'too-few' })
    expect(alerts()).toContain('至少选 2 项')
    theOne('checkbox', '手电').click()
    await flushPromises()
    theOne('checkbox', '登记本').click()
    await flushPromises()
    expect(page.answer?.value).toEqual(['log', 'torch'])
  })

  it('[FO5] an abnormal one among them asks what is wrong', async () => {
    await ItemPage.open(phone, item)
    expect(byRole('radio', '转工单')).toEqual([])
    theOne('checkbox', '锁坏了').click()
    await flushPromises()
    theOne('radio', '转工单')
  })
})
