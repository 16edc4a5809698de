import type { TicketKind, TicketStatus } from '../../../src/domain/ticket/ticket'

/** Something an owner brought up, and how far it has come. */
export interface Story {
  readonly kind: TicketKind
  readonly title: string
  readonly words: string
  readonly home: string
  readonly caller: readonly [string, string]
  readonly hoursAgo: number
  readonly upTo: TicketStatus
  readonly urgent?: boolean
  readonly major?: boolean
  readonly told?: string
  readonly done?: string
  /** Not ours to do: the courteous words of the refusal. */
  readonly declined?: string
  /** Who from outside does it, and what. */
  readonly outside?: { readonly name: string; readonly what: string }
  /** The story it is the same matter as. */
  readonly joins?: string
  /** Who handles it, and who serves the home. */
  readonly hand: string
  readonly steward: 'limin' | 'sunjia'
}

/** Told as practitioners would write them down. */
export const STORIES: readonly Story[] = [
  {
    ...{ kind: 'repair', title: '厨房下水倒灌', words: '厨房地漏往外返水,水已经到客厅' },
    ...{
      home: '5栋1单元201',
      caller: ['陈建国', '13812346021'],
      hand: 'zhaoqiang',
      steward: 'sunjia',
    },
    ...{ hoursAgo: 0.4, upTo: 'inProgress', urgent: true, told: '已派赵师傅,十分钟内到' },
  },
  {
    ...{ kind: 'complaint', title: '高空抛物砸到车顶', words: '早上下楼看见天窗碎了,旁边有半块砖' },
    ...{ home: '6栋2单元303', caller: ['周婷', '13498761122'], hand: 'zhoujie', steward: 'sunjia' },
    ...{ hoursAgo: 0.6, upTo: 'accepted', major: true, told: '主管已到现场,正在调监控' },
  },
  {
    ...{ kind: 'complaint', title: '电梯运行异响' },
    words: '3栋2单元电梯上行到12层有金属摩擦声,家里老人害怕',
    ...{ home: '3栋2单元1501', caller: ['王秀兰', '13901234477'], hand: 'hetao', steward: 'limin' },
    ...{ hoursAgo: 5, upTo: 'accepted', told: '已约维保下午到场' },
    outside: { name: '电梯维保单位', what: '查导靴和补偿链,更换磨损件' },
  },
  {
    ...{ kind: 'complaint', title: '电梯上行有异响', words: '晚上也响,怕出事' },
    ...{ home: '3栋2单元1201', caller: ['冯海涛', '13922117788'], hand: 'hetao', steward: 'limin' },
    ...{ hoursAgo: 4, upTo: 'received', joins: '电梯运行异响' },
  },
  {
    ...{ kind: 'help', title: '上门装自购吊灯', words: '网上买的灯,想请师傅装一下' },
    ...{
      home: '8栋1单元503',
      caller: ['何佳怡', '13511226633'],
      hand: 'zhoujie',
      steward: 'sunjia',
    },
    ...{ hoursAgo: 30, upTo: 'received' },
    declined: '户内自购灯具不在服务范围内,师傅可以先帮您看线路,安装请找卖家或持证电工',
  },
  {
    ...{ kind: 'complaint', title: '楼上装修午休施工', words: '中午12点半还在打墙,孩子睡不了' },
    ...{ home: '6栋1单元1102', caller: ['刘洋', '13700112233'], hand: 'sunjia', steward: 'sunjia' },
    ...{ hoursAgo: 20, upTo: 'assigned' },
  },
  {
    ...{ kind: 'repair', title: '单元门禁刷卡没反应', words: '早上出门时发现,换了两张卡都不行' },
    ...{ home: '1栋2单元301', caller: ['赵敏', '13611223344'], hand: 'hetao', steward: 'limin' },
    ...{ hoursAgo: 2, upTo: 'accepted', told: '何师傅在路上' },
  },
  {
    ...{ kind: 'enquiry', title: '装修押金怎么退', words: '上周完工,想问什么时候验收' },
    ...{ home: '7栋1单元803', caller: ['孙伟', '13512340987'], hand: 'sunjia', steward: 'sunjia' },
    ...{ hoursAgo: 26, upTo: 'resolved', told: '周四上午验收,验收后七个工作日退' },
    done: '验收时间已约好,退款步骤说清楚了',
  },
  {
    ...{ kind: 'complaint', title: '地库车位被占', words: '自己的固定车位连续三天被同一辆车占' },
    ...{ home: '8栋2单元502', caller: ['许文斌', '13488761102'], hand: 'wujun', steward: 'sunjia' },
    ...{ hoursAgo: 30, upTo: 'accepted', told: '今晚秩序员在车位旁等车主' },
  },
  {
    ...{ kind: 'repair', title: '卫生间天花渗水', words: '楼上卫生间下方有水印,今天开始滴' },
    ...{
      home: '4栋1单元901',
      caller: ['吴磊', '13300998877'],
      hand: 'zhaoqiang',
      steward: 'limin',
    },
    ...{ hoursAgo: 50, upTo: 'closed', told: '楼上地漏封堵好了,观察三天' },
    done: '楼上地漏重新封堵,擦干后没再滴',
  },
  {
    ...{ kind: 'help', title: '老人忘带钥匙', words: '在大堂等,请帮忙联系开锁' },
    ...{ home: '2栋3单元602', caller: ['郑桂英', '13255667788'], hand: 'limin', steward: 'limin' },
    ...{ hoursAgo: 72, upTo: 'closed', told: '开锁师傅已到,老人已进门' },
    done: '陪老人等到开锁,送进门',
  },
  {
    ...{ kind: 'suggestion', title: '东门路灯太暗', words: '晚上遛弯看不清台阶' },
    ...{ home: '1栋1单元702', caller: ['钱进', '13144556677'], hand: 'hetao', steward: 'limin' },
    ...{ hoursAgo: 20, upTo: 'accepted', told: '今晚工程去量照度' },
  },
  {
    ...{ kind: 'praise', title: '感谢李管家帮忙搬轮椅', words: '雨天把老人送到车上' },
    ...{ home: '3栋1单元402', caller: ['韩梅', '13022334455'], hand: 'wangfang', steward: 'limin' },
    ...{ hoursAgo: 48, upTo: 'closed', told: '谢谢您,马上转告李敏' },
    done: '已转告李敏,班会上表扬',
  },
]
