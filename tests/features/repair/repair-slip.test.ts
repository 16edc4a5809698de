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
})
