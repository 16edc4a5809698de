import { v5 } from 'uuid'
import { calendarDay } from '../../../src/domain/calendar-day'
import type { ChangeId } from '../../../src/domain/id'
import type { LetterSheet } from '../../../src/domain/letter/sheet'
import type { KindExample } from './kind-example'
import * as the from './names'

const sheet: LetterSheet = {
  salutation: '尊敬的业主',
  body: '您来信反映的楼道灯一事,已于今天换好。',
  signer: '萌芽物业服务有限公司',
  datedOn: calendarDay(2026, 11, 24),
}
const of = v5('OwnerLetter 1', the.OWNER_LETTER) as ChangeId
const sha256 = 'ef2d127de37b942baad06145e54b0c619a1f22327b2ebbcfbec78f5564afe39d'

export const ownerLetterExample: KindExample<'OwnerLetter'> = {
  record: the.OWNER_LETTER,
  acts: {
    write: { act: 'write', community: the.COMMUNITY, ticket: the.TICKET, sheet },
    rewrite: {
      ...{ act: 'rewrite', of: v5('OwnerLetter 0', the.OWNER_LETTER) as ChangeId },
      sheet: { ...sheet, body: '您来信反映的楼道灯一事,已于今天换好,并试亮。' },
    },
    endorse: { act: 'endorse', of, sha256 },
    approve: { act: 'approve', of, sha256 },
    sendBack: { act: 'sendBack', of, words: '写上是哪一层' },
    send: {
      ...{ act: 'send', of, sha256, how: 'post', who: '王芳' },
      on: calendarDay(2026, 11, 25),
    },
    withdraw: { act: 'withdraw', reason: '业主当面听过答复,不用再寄' },
  },
  story: ['write', 'rewrite', 'endorse', 'approve', 'send'],
}
