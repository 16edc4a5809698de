import 'fake-indexeddb/auto'
import { enableAutoUnmount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FormId } from '../../../src/domain/form/form'
import { DAY } from '../../../src/domain/instant'
import { USUAL_VISIT_RULE } from '../../../src/domain/visit/usual-rule'
import DoorPage from '../../../src/features/visits/DoorPage.vue'
import NoticesPage from '../../../src/features/visits/NoticesPage.vue'
import VisitPage from '../../../src/features/visits/VisitPage.vue'
import { openBuilding, type BuildingPhone } from '../../support/building-phone'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { at } from '../../support/patrol-phone'

let held: BuildingPhone
const soon = (check: () => void) => vi.waitFor(check, 5_000)

beforeEach(async () => {
  held = await openBuilding()
  held.serve()
  // At ten in the morning nobody is disturbed.
  held.phone.tick.value = at(10)
})
afterEach(() => held.phone.close())
enableAutoUnmount(afterEach)

const saved = async () =>
  (await held.phone.database.ownerVisits.toArray()).map(({ record }) => record)
const choose = async (part: VueWrapper, words: string) => {
  const label = part.findAll('label').find((each) => each.text().includes(words))
  await label?.find('input').setValue(true)
}
const fold = (part: VueWrapper, words: string) =>
  part.findAll('details').find((each) => each.text().includes(words))
const submit = async (part: VueWrapper) => {
  const why = part.findAll('label').find((each) => each.text().includes('还是要去'))
  if (why) await part.find('form input').setValue('业主约的')
  await part.find('form').trigger('submit')
  await soon(() => expect(part.text()).toContain('记下了'))
}
const post = (title: string) =>
  held.save([
    {
      ...{ kind: 'OwnerNotice', record: newId() },
      act: {
        ...{ act: 'post', community: held.community.id, title, words: '请提前存水' },
        ...{ from: '2026-11-20' as never, until: '2026-11-30' as never },
      },
    },
  ])

describe('at the door', () => {
  it('[VI19] a notice is handed over with one tap, and not offered there again', async () => {
    await post('水箱清洗')
    const { part } = await held.open(DoorPage, { home: held.unitOf(2).id }, '结果')
    await choose(part, '见到了')
    await soon(() => expect(part.text()).toContain('水箱清洗'))
    await choose(part, '交给了')
    await submit(part)
    expect((await saved())[0]?.handed).toHaveLength(1)
    const again = await held.open(DoorPage, { home: held.unitOf(2).id }, '结果')
    await choose(again.part, '见到了')
    await soon(() => expect(fold(again.part, '说到物业费')).toBeDefined())
    expect(again.part.text()).not.toContain('水箱清洗')
    held.serve(['supervisor'])
    const page = await held.open(NoticesPage, {}, '交到 1 户')
    expect(page.part.text()).toContain('正在发的')
  })

  it('[VI20] what was said of fees is shown next time, and asked and shown of no home with a complaint', async () => {
    const fee = { reason: 'quality', words: '楼道没打扫', payOn: '2026-12-10' as never } as const
    await held.visit(2, at(9) - DAY, { fee })
    const { part } = await held.open(DoorPage, { home: held.unitOf(2).id }, '对服务不满意')
    expect(part.text()).toContain('楼道没打扫')
    expect(part.text()).toContain('说 2026年12月10日 前交')
    const told = receiveTicket(held.community.id, held.phone.phone.person.staff, {
      ...{ home: held.unitOf(2).id, kind: 'complaint', title: '楼上装修太吵' },
    })
    await held.save([{ kind: 'Ticket', record: newId(), act: told }])
    await soon(() => expect(part.text()).toContain('今天不提费用'))
    expect(part.text()).not.toContain('楼道没打扫')
    await choose(part, '见到了')
    expect(fold(part, '说到物业费')).toBeUndefined()
  })

  it('[VI21] the questionnaire of the community is asked, and its answers stay with the visit', async () => {
    const [form, id] = [newId<FormId>(), newId<never>()]
    const options = [
      { id: 'good', label: '满意', abnormal: false },
      { id: 'bad', label: '不满意', abnormal: false },
    ]
    await held.save([
      {
        ...{ kind: 'Form', record: id },
        act: {
          act: 'publish',
          form: {
            ...{ id, form, version: 1, purpose: 'questionnaire', title: '满意度问卷', source: '' },
            items: [
              {
                ...{ id: 'clean', title: '楼道卫生', kind: 'choice', options },
                ...{ required: false, safety: false },
              },
            ],
          },
        },
      },
      {
        ...{ kind: 'Community', record: held.community.id },
        act: {
          act: 'amend',
          fields: {
            visiting: { seen: null, meant: { ...USUAL_VISIT_RULE, questionnaire: form } },
          },
        },
      },
    ])
    const { part } = await held.open(DoorPage, { home: held.unitOf(2).id }, '结果')
    await choose(part, '见到了')
    await soon(() => expect(part.text()).toContain('满意度问卷'))
    await choose(part, '不满意')
    await submit(part)
    const [made] = await saved()
    expect(made?.asked).toEqual({ form: id, answers: [{ item: 'clean', value: 'bad' }] })
    await held.open(VisitPage, { visit: made?.id }, '楼道卫生')
  })
})
