import { look, note, type Checklist } from './ask'

/** 楼栋巡查: the steward's own round. */
export const STEWARD_CHECKLISTS: readonly Checklist[] = [
  {
    ...{ key: 'steward-building', title: '楼栋巡查', source: '公司楼栋巡查规程' },
    items: [
      look('lobby', '大堂地面、墙面、灯光'),
      look('board', '公告栏通知在有效期内', { hint: '过期的当场取下', photo: false }),
      look('entry', '门禁、对讲、闭门器'),
      look('mailbox', '信报箱完好,无积压'),
      look('lift', '电梯轿厢:检验标志、五方通话、照明', { safety: true }),
      look('corridor', '楼道无杂物、无电动车充电', { safety: true }),
      look('fire-door', '防火门常闭,消火栓箱完好'),
      look('roof', '屋面门锁闭,屋面无杂物', { safety: true }),
      look('falling', '外墙、窗台、空调架无坠落隐患', { safety: true }),
      note('remark', '业主反映的情况'),
    ],
  },
]
