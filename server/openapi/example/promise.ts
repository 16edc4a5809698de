import { v5 } from 'uuid'
import type { ChangeId } from '../../../src/domain/id'
import { DAY, HOUR } from '../../../src/domain/instant'
import type { KindExample } from './kind-example'
import * as the from './names'

export const ownerPromiseExample: KindExample<'OwnerPromise'> = {
  record: the.PROMISE,
  acts: {
    make: {
      ...{ act: 'make', community: the.COMMUNITY, building: null, home: null },
      ...{ caller: the.CALLER, words: '明天上午带师傅上门看渗水', dueAt: the.NINE + DAY },
      from: { by: 'ticket', ticket: the.TICKET },
    },
    renegotiate: {
      ...{ act: 'renegotiate', dueAt: the.NINE + DAY + 6 * HOUR, agreed: true },
      words: '师傅上午在别处,改到下午,业主说可以',
    },
    keep: { act: 'keep', words: '和师傅一起看过了,是上面一户的地漏' },
    break: { act: 'break', words: '师傅没来,另约时间' },
    release: { act: 'release', words: '业主说自己找人修好了' },
    explain: { act: 'explain', words: '电梯停运,走上去晚了十分钟' },
    handOver: { act: 'handOver', to: the.STAFF, words: '我明天休息' },
    takeOver: { act: 'takeOver' },
    turnDown: { act: 'turnDown', words: '我明天也排了夜班' },
    /** Takes the last step of the story back. */
    undo: { act: 'undo', change: v5('OwnerPromise 4', the.PROMISE) as ChangeId },
  },
  story: ['make', 'renegotiate', 'handOver', 'explain', 'keep'],
}
