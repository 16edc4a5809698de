import { DAY, HOUR } from '../../../src/domain/instant'
import type { KindExample } from './kind-example'
import * as the from './names'

export const ownerVisitExample: KindExample<'OwnerVisit'> = {
  record: the.OWNER_VISIT,
  acts: {
    record: {
      ...{ act: 'record', community: the.COMMUNITY, building: the.BUILDING, home: the.HOME },
      ...{ happenedAt: null, channel: 'door', result: 'met', slip: false, with: [the.ENGINEER] },
      said: '一家都好,楼道灯修好以后很满意',
      wish: '儿童乐园的秋千想早点修好',
      ...{ consent: true, photos: [the.PHOTO] },
      next: { from: the.NINE + 14 * DAY, until: the.NINE + 14 * DAY + HOUR },
      heeds: [{ what: 'key', reason: '家里有九十岁的老人', until: the.DAY }],
      quiet: null,
      handed: [the.OWNER_NOTICE],
      fee: { reason: 'quality', words: '说楼道卫生上个月没跟上', payOn: the.DAY },
      asked: { form: the.FORM_VERSION, answers: [{ item: 'clean', value: 'good' }] },
    },
    cancel: { act: 'cancel', reason: '业主出差,回来再约' },
    void: { act: 'void', reason: '记错了门牌' },
  },
  story: ['record', 'cancel'],
}
