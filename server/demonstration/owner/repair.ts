import type { OwnerMatter } from './matter'

/** 报修: what breaks at home and in the entrance. */
export const REPAIRS: readonly OwnerMatter[] = [
  {
    ...{ kind: 'repair', title: '厨房下水堵', weight: 7, trade: 'engineer', hours: 4 },
    words: ['洗菜池下水很慢,有返味', '厨房下水堵住了,做不了饭'],
    ...{ answer: '师傅半小时内到', done: '疏通三米,冲水顺畅,油块取出给业主看过' },
  },
  {
    ...{ kind: 'repair', title: '卫生间下水返臭', weight: 4, trade: 'engineer', hours: 6 },
    words: ['晚上卫生间味道大', '地漏返臭,开窗也没用'],
    ...{ answer: '今天下午上门', done: '换了防臭地漏芯,密封胶补了一圈' },
  },
  {
    ...{ kind: 'repair', title: '天花渗水', weight: 6, trade: 'engineer', hours: 40, parts: true },
    words: ['主卧卫生间顶上有水印,一天比一天大', '餐厅吊顶滴水,接了盆'],
    ...{ scene: 'ceiling', answer: '先看楼上,今晚给您回话', done: '楼上地漏封堵,闭水一天没再滴' },
  },
  {
    ...{ kind: 'repair', title: '单元门禁不好用', weight: 5, trade: 'engineer', hours: 8 },
    words: ['刷卡要刷三四次', '门关不上,夜里不放心'],
    ...{ answer: '何师傅上午过来', done: '换了读头,调了闭门器,三张卡都试过' },
  },
  {
    ...{ kind: 'repair', title: '楼道灯不亮', weight: 6, trade: 'engineer', hours: 10 },
    words: ['门口的灯坏了两天', '电梯厅灯一闪一闪'],
    ...{ scene: 'exit-sign', answer: '今天换好', done: '换了声控灯头' },
  },
  {
    ...{
      kind: 'repair',
      title: '家里跳闸送不上',
      weight: 3,
      trade: 'engineer',
      hours: 2,
      urgent: true,
    },
    words: ['一推就跳,家里有老人', '空调一开就跳'],
    ...{ answer: '师傅马上到', done: '厨房插座进水短路,断开该路后恢复,已告知找电工换线' },
  },
  {
    ...{
      kind: 'repair',
      title: '水管爆裂',
      weight: 1.5,
      trade: 'engineer',
      hours: 1.5,
      urgent: true,
    },
    words: ['洗手池角阀爆了,水止不住'],
    ...{ scene: 'puddle', answer: '已关立管阀门,师傅上楼了', done: '换了角阀,楼下看过没有渗' },
  },
  {
    ...{
      kind: 'repair',
      title: '对讲没声音',
      weight: 3,
      trade: 'engineer',
      hours: 26,
      parts: true,
    },
    words: ['楼下按了家里不响', '能看见人听不见声'],
    ...{ answer: '要换听筒,到货约您', done: '换了听筒,和单元门试了三次' },
  },
  {
    ...{ kind: 'repair', title: '水压小', weight: 2.5, trade: 'engineer', hours: 7 },
    words: ['早上洗澡水细得像线'],
    ...{ scene: 'gauge', answer: '上门测一下压力', done: '入户过滤器堵了,清洗后 0.28 MPa' },
  },
  {
    ...{ kind: 'repair', title: '水表走得快', weight: 1.5, trade: 'engineer', hours: 20 },
    words: ['这个月水费多了一倍,怕漏水'],
    ...{ scene: 'meter', answer: '关掉家里用水看表转不转', done: '马桶水箱漏,换了止水皮,表不走了' },
  },
]
