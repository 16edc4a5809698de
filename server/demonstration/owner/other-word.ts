import type { OwnerMatter } from './matter'

/** 咨询 · 求助 · 建议 · 表扬 */
export const OTHER_WORDS: readonly OwnerMatter[] = [
  {
    ...{ kind: 'enquiry', title: '停水通知问询', weight: 4, trade: 'desk', hours: 1 },
    words: ['明天停水到几点', '高层是不是也停'],
    ...{ answer: '明早九点到下午三点,全小区', done: '已答复,并把通知发到微信' },
  },
  {
    ...{ kind: 'enquiry', title: '物业费怎么交', weight: 3, trade: 'desk', hours: 1 },
    words: ['能不能网上交', '发票怎么开'],
    ...{ answer: '发您缴费步骤', done: '已教会业主线上缴费' },
  },
  {
    ...{ kind: 'enquiry', title: '装修要办什么手续', weight: 3, trade: 'desk', hours: 2 },
    words: ['下个月想动工', '换窗户要不要申请'],
    ...{ answer: '带身份证和图纸来前台', done: '已发办理清单,业主约周五来办' },
  },
  {
    ...{ kind: 'enquiry', title: '充电桩安装', weight: 2, trade: 'engineer', hours: 30 },
    words: ['产权车位想装桩'],
    ...{ answer: '工程看一下电容量', done: '车位可装,已出同意书和走线图' },
  },
  {
    ...{ kind: 'help', title: '帮忙搬东西', weight: 2, trade: 'security', hours: 1 },
    words: ['买的冰箱卡在大堂', '轮椅下不了台阶'],
    ...{ answer: '秩序员两分钟到', done: '两人抬上电梯,送到门口' },
  },
  {
    ...{ kind: 'help', title: '钥匙锁在屋里', weight: 2, trade: 'steward', hours: 1 },
    words: ['锅上还烧着水', '孩子在里面'],
    ...{ answer: '开锁师傅十分钟到,我们陪着', done: '门已打开,人和火都没事' },
  },
  {
    ...{ kind: 'help', title: '老人摔倒', weight: 0.8, trade: 'steward', hours: 1, urgent: true },
    words: ['妈妈在家摔了,我在外地'],
    ...{ answer: '管家已上楼,叫了 120', done: '陪同上救护车,家属已到医院' },
  },
  {
    ...{ kind: 'suggestion', title: '多放几个快递柜', weight: 1.5, trade: 'desk', hours: 72 },
    words: ['下班取件要排队'],
    ...{ answer: '记下了,和快递公司谈', done: '快递公司同意在西门加一组,月底装' },
  },
  {
    ...{ kind: 'suggestion', title: '乐园加个长椅', weight: 1.5, trade: 'desk', hours: 96 },
    words: ['带孩子的老人没地方坐'],
    ...{ answer: '列入下月改善计划', done: '已报项目经理,批了两张' },
  },
  {
    ...{ kind: 'praise', title: '表扬保洁阿姨', weight: 2, trade: 'desk', hours: 5 },
    words: ['下雨天一直在擦大堂的水', '楼道扶手每天都干净'],
    ...{ answer: '谢谢您,马上转告', done: '已转告本人,班会上表扬' },
  },
  {
    ...{ kind: 'praise', title: '表扬维修师傅', weight: 2.5, trade: 'desk', hours: 4 },
    words: ['赵师傅修得快,走时还拖了地', '晚上九点还过来'],
    ...{ answer: '谢谢您,马上转告', done: '已转告本人,记入当月好事' },
  },
  {
    ...{ kind: 'praise', title: '表扬秩序员', weight: 1.5, trade: 'desk', hours: 6 },
    words: ['捡到钱包还给我', '帮我推车找钥匙'],
    ...{ answer: '谢谢您,马上转告', done: '已转告本人和班长' },
  },
]
