import type { KindExample } from './kind-example'
import * as the from './names'

export const maintenanceExample: KindExample<'Maintenance'> = {
  record: the.MAINTENANCE,
  acts: {
    signIn: {
      ...{ act: 'signIn', community: the.COMMUNITY, facility: the.PUMP, contractor: '安泰消防' },
      ...{ people: '周师傅、小林', arrivedAt: 1_764_000_000_000 },
    },
    finish: { act: 'finish', words: '换轴封,手动、自动各启停一次', sheet: [the.PHOTO] },
    confirm: { act: 'confirm', words: '压力正常' },
    void: { act: 'void', reason: '记错了设备' },
  },
  story: ['signIn', 'finish', 'confirm'],
}
