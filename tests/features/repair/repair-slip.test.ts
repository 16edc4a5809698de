import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RepairSheet } from '../../../src/domain/repair/repair-sheet'
import RepairSlip from '../../../src/features/repair/RepairSlip.vue'
import { phoneKey } from '../../../src/stores/phone'
import { repairSheet } from '../../support/build/repair'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone

beforeEach(async () => {
  phone = await PatrolPhone.open(at(23, 59))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const slip = (sheet: Partial<RepairSheet>) =>
  mount(RepairSlip, {
    props: { sheet: repairSheet(sheet) },
    global: { plugins: [...phone.plugins], provide: { [phoneKey as symbol]: phone.phone } },
  }).text()

describe('what the owner reads and signs', () => {
  it('[RN4] says that a favour is free, and neither why nor what it cost us', () => {
    const text = slip({ charge: 'courtesy', courtesy: '老人独居', agreed: null })
    expect(text).toContain('本次免费')
    expect(text).not.toContain('老人独居')
    expect(text).not.toContain('成本')
  })

  it('says the day at both ends, today and over midnight', () => {
    const text = slip({ arrivedAt: at(23, 30), endedAt: at(24, 10), minutes: 40 })
    expect(text).toMatch(/2026-11-24\s23:30—2026-11-25\s00:10/)
  })

  it('tells no time and promises nothing for free while nothing is filled in', () => {
    const text = slip({ endedAt: 0, minutes: 0, parts: [], labour: 0, agreed: null })
    expect(text).not.toContain('1970')
    expect(text).not.toContain('时间')
    expect(text).not.toContain('免费')
    expect(text).toMatch(/0\.00\s元/)
  })
})
