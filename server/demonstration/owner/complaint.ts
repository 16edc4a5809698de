import type { OwnerMatter } from './matter'

/** 投诉 */
export const COMPLAINTS: readonly OwnerMatter[] = [
  {
    ...{ kind: 'complaint', title: '装修噪声', weight: 6, trade: 'steward', hours: 9 },
    words: ['早上八点不到就开始打墙', '周日还在用电锤', '午休时间切瓷砖'],
    ...{ answer: '管家已上楼,先停工', done: '施工队签了时段承诺,贴在门上,两天回看没有再犯' },
  },
  {
    ...{
      kind: 'complaint',
      title: '楼上漏水没人管',
      weight: 2.5,
      trade: 'engineer',
      hours: 44,
      major: true,
    },
    words: ['报了三次,每次看看就走', '墙皮都掉了,要说法'],
    ...{
      scene: 'ceiling',
      answer: '主管明天上午带工程一起上门',
      done: '楼上同意重做防水,物业监督闭水 48 小时,三方签了字',
    },
  },
  {
    ...{ kind: 'complaint', title: '电梯老是停', weight: 4, trade: 'engineer', hours: 16 },
    words: ['一周停了两次', '老人爬了 12 层', '等了十分钟才来'],
    ...{
      scene: 'lift-panel',
      answer: '维保已到,修好前另一部照常',
      done: '维保换了门锁触点,连运行 24 小时没停,已在群里说明',
    },
  },
  {
    ...{ kind: 'complaint', title: '垃圾没及时清', weight: 4, trade: 'cleaner', hours: 5 },
    words: ['投放点晚上堆满了', '楼道垃圾袋放了一天'],
    ...{ scene: 'bins', answer: '马上加清一趟', done: '清走并冲洗,晚八点加一趟清运' },
  },
  {
    ...{ kind: 'complaint', title: '车位被占', weight: 3.5, trade: 'security', hours: 6 },
    words: ['我的固定车位停了别人的车', '消防通道停车我出不来'],
    ...{ answer: '秩序员在联系车主', done: '车主已挪走,下次直接锁车位地锁,已道歉' },
  },
  {
    ...{ kind: 'complaint', title: '狗不牵绳', weight: 3, trade: 'security', hours: 10 },
    words: ['儿童乐园有大狗跑', '狗屎没人捡'],
    ...{ answer: '傍晚加巡,劝导养犬业主', done: '找到养犬业主当面沟通,乐园口立了牌' },
  },
  {
    ...{ kind: 'complaint', title: '楼上半夜有声音', weight: 3, trade: 'steward', hours: 24 },
    words: ['凌晨拖椅子', '小孩跑跳到十一点'],
    ...{ answer: '今晚上门和楼上沟通', done: '楼上装了脚垫,双方加了微信,三天后回访安静' },
  },
  {
    ...{ kind: 'complaint', title: '绿化太久没修', weight: 2, trade: 'gardener', hours: 50 },
    words: ['一楼窗户被树挡住', '草都到膝盖了'],
    ...{ scene: 'bush', answer: '这周四修剪', done: '修剪完成,枝条当天清走' },
  },
  {
    ...{ kind: 'complaint', title: '门岗态度不好', weight: 1.5, trade: 'desk', hours: 20 },
    words: ['让登记我快递还凶人'],
    ...{ answer: '主管先看录像,今天给您答复', done: '核对录像属实,队员当面道歉,班会重讲礼仪' },
  },
]
