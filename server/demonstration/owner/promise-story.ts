import type { PromiseAct } from '../../../src/domain/promise/act'

/** A day counted from today, and an hour of it: `[-2, 9.5]` is half past nine the day before yesterday. */
export type When = readonly [day: number, hour: number]

interface Then {
  readonly when: When
  readonly by: string
  readonly act: Exclude<PromiseAct, { act: 'make' | 'undo' | 'handOver' | 'renegotiate' }>
}
interface HandedOver {
  readonly when: When
  readonly by: string
  readonly handTo: string
  readonly words: string
}
interface Asked {
  readonly when: When
  readonly by: string
  readonly due: When
  readonly agreed: boolean
  readonly words: string
}

/** What somebody told an owner they would do, and what became of it. */
export interface PromiseStory {
  readonly words: string
  readonly by: string
  readonly home: string
  readonly made: When
  readonly due: When
  /** The story of the ticket it was said about. */
  readonly ticket?: string
  readonly then: readonly (Then | HandedOver | Asked)[]
}

const keep = (by: string, when: When, words: string): Then => ({
  ...{ by, when, act: { act: 'keep', words } },
})
const explain = (by: string, when: When, words: string): Then => ({
  ...{ by, when, act: { act: 'explain', words } },
})

/** Told as stewards would write them down. */
export const PROMISE_STORIES: readonly PromiseStory[] = [
  {
    words: '帮您把快递柜的取件码问清楚,下班前回电话',
    ...{ by: 'limin', home: '2栋1单元402', made: [-12, 9.5], due: [-12, 18] },
    then: [keep('limin', [-12, 16.2], '找快递员补发了取件码,业主已取到')],
  },
  {
    words: '带防水师傅上门看阳台渗水',
    ...{ by: 'limin', home: '4栋2单元602', made: [-10, 10], due: [-9, 10] },
    then: [
      {
        ...{ by: 'limin', when: [-10, 17], due: [-8, 15], agreed: true },
        words: '师傅明天上午在别的小区,跟业主商量改到后天下午',
      },
      keep('limin', [-8, 14.8], '和师傅一起看过,是外墙裂缝,已报维修'),
    ],
  },
  {
    words: '周五前把装修垃圾清走,别堵在楼道',
    ...{ by: 'sunjia', home: '6栋1单元1102', made: [-9, 11], due: [-7, 18] },
    then: [
      keep('sunjia', [-6, 9.4], '早上清完了,楼道拖过一遍'),
      explain('sunjia', [-6, 9.6], '清运车周五坏在半路,晚上给业主打过电话道歉'),
    ],
  },
  {
    words: '明天上午把车位地锁的备用钥匙送上门',
    ...{ by: 'sunjia', home: '8栋2单元502', made: [-6, 16], due: [-5, 12] },
    then: [
      {
        ...{ by: 'sunjia', when: [-5, 11], act: { act: 'break', words: '地锁厂家没有备用钥匙了' } },
      },
      explain('sunjia', [-5, 11.3], '答应之前没先问厂家。已和业主说清楚,换新锁的钱公司出'),
    ],
  },
  {
    words: '查监控看是谁划了车,今天下班前给答复',
    ...{ by: 'wangfang', home: '1栋1单元702', made: [-4, 9], due: [-4, 18] },
    then: [keep('wangfang', [-4, 17.1], '监控看到时间和车牌,业主已报警,录像给了民警')],
  },
  {
    words: '周末陪水表公司的人上门换水表',
    ...{ by: 'limin', home: '3栋2单元1501', made: [-3, 15], due: [1, 10] },
    then: [
      { by: 'limin', when: [-1, 17], handTo: 'wangfang', words: '我那天轮休,表号拍在工单里' },
      { by: 'wangfang', when: [-1, 17.6], act: { act: 'takeOver' } },
    ],
  },
  {
    words: '问清楚外墙空调孔能不能加开,给您回话',
    ...{ by: 'sunjia', home: '7栋1单元803', made: [-3, 10], due: [-2, 18] },
    then: [{ by: 'sunjia', when: [-2, 10], act: { act: 'release', words: '业主说不装了,不用问' } }],
  },
  {
    words: '工程的照度报告出来就把路灯方案发到您微信',
    ...{ by: 'limin', home: '1栋1单元702', made: [-2, 19], due: [-1, 18] },
    ticket: '东门路灯太暗',
    then: [],
  },
  {
    words: '维保走了我马上给您打电话,说清楚电梯能不能坐',
    ...{ by: 'limin', home: '3栋2单元1501', made: [-1, 15], due: [1, 18] },
    ticket: '电梯运行异响',
    then: [],
  },
  {
    words: '明天上午把门禁新卡送到您家',
    ...{ by: 'limin', home: '1栋2单元301', made: [-1, 17], due: [1, 11] },
    ticket: '单元门禁刷卡没反应',
    then: [],
  },
  {
    words: '下水疏通完,三天后我再来看一次有没有返水',
    ...{ by: 'zhaoqiang', home: '5栋1单元201', made: [-1, 11], due: [2, 17] },
    then: [],
  },
  {
    words: '把家里老人的紧急联系电话登记到值班本上',
    ...{ by: 'sunjia', home: '5栋2单元301', made: [-1, 10], due: [2, 12] },
    then: [
      { by: 'sunjia', when: [-1, 16], handTo: 'limin', words: '我去总部培训两天,麻烦您跑一趟' },
    ],
  },
]
