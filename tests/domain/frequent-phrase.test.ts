import { describe, expect, it } from 'vitest'
import { frequentPhrases, linesOf, PHRASES_SHOWN } from '../../src/domain/frequent-phrase'
import type { Ticket } from '../../src/domain/ticket/ticket'
import { newId } from '../support/build/ids'

const at = (kind: 'building' | 'area', ...lines: string[]) => ({ lines, at: kind })
const staff = { by: 'staff' as const }
const round: Extract<Ticket['origin'], { readonly by: 'round' }> = {
  by: 'round',
  round: newId(),
  checkpoint: newId(),
  visit: newId(),
  item: 'leak',
}

describe('frequent phrases', () => {
  it('[TK23] are what people wrote more than once, the likeliest at such a place first', () => {
    const written = [
      ...[at('area', '灯不亮'), at('area', '灯不亮'), at('area', '积水')],
      ...[at('building', '门禁失灵'), at('building', '门禁失灵'), at('building', '门禁失灵')],
    ]
    expect(frequentPhrases(written, 'area', [], [])).toEqual(['灯不亮', '门禁失灵'])
    expect(frequentPhrases(written, 'building', [], [])).toEqual(['门禁失灵', '灯不亮'])
  })

  it('[TK23] stand beside the community’s own, are at most eight, and can be hidden', () => {
    const ready = Array.from(
      { length: 9 },
      (_, each) => `现成的话${'甲乙丙丁戊己庚辛壬'[each] ?? ''}`,
    )
    const written = [at('area', '积水'), at('area', '积水')]
    const shown = frequentPhrases(written, 'area', ready, [])
    expect(shown).toEqual(['积水', ...ready.slice(0, PHRASES_SHOWN - 1)])
    expect(frequentPhrases(written, 'area', ready, ['积水', ready[0] ?? ''])).toEqual(
      ready.slice(1),
    )
  })

  it('[TK23] count a line once a ticket', () => {
    expect(frequentPhrases([at('area', '积水', '积水')], 'area', [], [])).toEqual([])
  })

  it('[TK23] are short lines people wrote, never what may be somebody’s or the app wrote', () => {
    const lines = (title: string, words = '', origin: typeof staff | typeof round = staff) =>
      linesOf({ title, words, origin }, '3栋 大堂')
    expect(lines('井盖松动。', '走上去会响\n打 13800000000 找他')).toEqual([
      '井盖松动',
      '走上去会响',
    ])
    expect(lines('3栋 大堂 随手拍')).toEqual([])
    expect(lines('水泵无渗漏', '消防泵房 · 水泵无渗漏', round)).toEqual([])
    expect(lines('法兰滴水', '消防泵房 · 水泵无渗漏', round)).toEqual(['法兰滴水'])
    expect(lines('这是一句长到没有人会想再点一次的话')).toEqual([])
  })
})
