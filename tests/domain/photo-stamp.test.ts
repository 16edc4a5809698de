import { describe, expect, it } from 'vitest'
import { stampPlace } from '../../src/domain/photo-stamp'

describe('the stamp of a finding', () => {
  it('[PH2] says the place and the point, and neither twice', () => {
    expect(stampPlace('3栋 B1 设备间', '消防泵房')).toBe('3栋 B1 设备间 · 消防泵房')
    expect(stampPlace('3栋 大堂', '3栋大堂')).toBe('3栋大堂')
    expect(stampPlace('3栋 大堂', '大堂')).toBe('3栋 大堂')
    expect(stampPlace('', '大堂')).toBe('大堂')
  })
})
