import type { KindExample } from './kind-example'
import * as the from './names'

const words = {
  ...{ source: '前期物业服务合同 第十二条', title: '户内自用设施' },
  text: '户内自用部位、自用设备的维修由业主负责,物业可以提供有偿服务。',
  courtesy: '这一处是您家自用的,合同里没有包含;我可以帮您联系师傅,或者我们上门有偿维修。',
}

export const clauseExample: KindExample<'Clause'> = {
  record: the.CLAUSE,
  acts: {
    publish: { act: 'publish', community: the.COMMUNITY, ...words },
    amend: { act: 'amend', ...words, title: '户内自用部位和设备' },
    withdraw: { act: 'withdraw' },
  },
  story: ['publish', 'amend'],
}
