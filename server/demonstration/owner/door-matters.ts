import { addDays } from '../../../src/domain/calendar-day'
import type { Form, FormId } from '../../../src/domain/form/form'
import type { CommunityId } from '../../../src/domain/community'
import { localDay } from '../../../src/domain/time-zone'
import type { OwnerNoticeId } from '../../../src/domain/notice/notice'
import type { Instant } from '../../../src/domain/instant'
import { USUAL_VISIT_RULE } from '../../../src/domain/visit/usual-rule'
import { demonstrationId, type DemonstrationDevice } from '../writer'

const base = { required: false, safety: false }
const graded = (id: string, title: string): Form['items'][number] => ({
  ...{ ...base, id, title, kind: 'choice' },
  options: [
    { id: 'good', label: '满意', abnormal: false },
    { id: 'fair', label: '一般', abnormal: false },
    { id: 'poor', label: '不满意', abnormal: true },
  ],
})

/** What owners are asked at the door. */
export const QUESTIONNAIRE: Form = {
  id: demonstrationId<Form['id']>('mengya form satisfaction 1'),
  form: demonstrationId<FormId>('mengya form satisfaction'),
  ...{ version: 1, purpose: 'questionnaire', title: '上门问一问', source: '' },
  items: [
    graded('clean', '楼道和园区的卫生'),
    graded('safe', '门岗和夜间巡逻'),
    graded('repair', '报修来得快不快、修得好不好'),
    {
      ...{ ...base, id: 'why', title: '哪里最该先改', kind: 'text', long: true },
      when: {
        any: ['clean', 'safe', 'repair'].map((item) => ({ item, is: 'equal', value: 'poor' })),
      },
    },
  ],
}

const NOTICES = [
  {
    ...{ title: '冬季用火用电提醒', first: -6, days: 30 },
    words: '电取暖器旁边别放衣物,出门关电关气;楼道里不停电动车、不充电。',
  },
  {
    ...{ title: '水箱清洗停水', first: -1, days: 6 },
    words: '本周六 9:00—12:00 清洗生活水箱,高区停水,请提前存水。',
  },
] as const

/** Who asks what, and what is handed over, at the doors of a community. */
export const layDoorMatters = async (
  [manager, service]: readonly [DemonstrationDevice, DemonstrationDevice],
  { at, now, community }: { at: Instant; now: Instant; community: CommunityId },
): Promise<void> => {
  manager.do(at, 'Form', QUESTIONNAIRE.id, { act: 'publish', form: QUESTIONNAIRE })
  const meant = { ...USUAL_VISIT_RULE, questionnaire: QUESTIONNAIRE.form }
  manager.do(at, 'Community', community, {
    act: 'amend',
    fields: { visiting: { seen: null, meant } },
  })
  await manager.send()
  const today = localDay(now, 'Asia/Shanghai')
  for (const { title, words, first, days } of NOTICES) {
    const id = demonstrationId<OwnerNoticeId>(`notice ${title}`)
    const from = addDays(today, first)
    service.do(at, 'OwnerNotice', id, {
      ...{ act: 'post', community, title, words, from, until: addDays(from, days) },
    })
  }
  await service.send()
}
