import { describe, expect, it } from 'vitest'
import { USUAL_VISIT_RULE } from '../../../src/domain/visit/usual-rule'
import { visitLoad } from '../../../src/domain/visit/visit-load'

describe('[VI4] what the rule of visits makes a day', () => {
  it('spreads homes over the months of the rule and their working days', () => {
    const load = visitLoad(USUAL_VISIT_RULE, { lived: 126, vacant: 21 })
    expect(load.door).toBeCloseTo(126 / 6 / 21 + 1)
    expect(load.contact).toBeCloseTo(6 + 21 / 3 / 21)
  })

  it('is nothing where nobody lives', () => {
    expect(visitLoad(USUAL_VISIT_RULE, { lived: 0, vacant: 0 })).toEqual({ door: 0, contact: 0 })
  })
})
