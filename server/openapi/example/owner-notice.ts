import type { KindExample } from './kind-example'
import * as the from './names'

export const ownerNoticeExample: KindExample<'OwnerNotice'> = {
  record: the.OWNER_NOTICE,
  acts: {
    post: {
      ...{ act: 'post', community: the.COMMUNITY, title: '水箱清洗' },
      words: '周六 9 点到 12 点清洗水箱,请提前存水。',
      ...{ from: the.DAY, until: the.DAY },
    },
    withdraw: { act: 'withdraw', reason: '改到下周' },
  },
  story: ['post', 'withdraw'],
}
