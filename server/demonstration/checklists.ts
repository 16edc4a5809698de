import type { Form } from '../../src/domain/form/form'
import type { Item } from '../../src/domain/form/item'

type Checklist = Pick<Form, 'title' | 'source' | 'items'> & { readonly key: string }

const FIRE = 'GB 25201 建筑消防设施的维护管理'
const OWN = '公司楼栋巡查规程'

interface Ask {
  readonly hint?: string
  readonly safety?: boolean
  readonly photo?: boolean
  readonly when?: Item['when']
}

const look = (id: string, title: string, ask: Ask = {}): Item => ({
  id,
  title,
  kind: 'verdict',
  required: true,
  safety: ask.safety ?? false,
  onAbnormal: { photo: ask.photo ?? true, words: true },
  ...(ask.hint ? { hint: ask.hint } : {}),
  ...(ask.when ? { when: ask.when } : {}),
})

const read = (
  id: string,
  title: string,
  unit: string,
  least: number | null,
  most: number | null,
): Item => ({
  id,
  title,
  kind: 'number',
  required: true,
  safety: false,
  unit,
  decimals: 2,
  least,
  most,
})

const note = (id: string, title: string): Item => ({
  ...{ id, title, kind: 'text', required: false, safety: false, long: true },
})

export const CHECKLISTS: readonly Checklist[] = [
  {
    ...{ key: 'fire-pump', title: '消防水泵房', source: FIRE },
    items: [
      look('door-light', '泵房门锁、照明、应急灯'),
      read('hydrant-pressure', '消火栓管网压力', 'MPa', 0.3, 0.9),
      read('jockey-pressure', '稳压泵出口压力', 'MPa', 0.3, 0.6),
      look('leak', '水泵、阀门无渗漏,阀门挂牌正确'),
      {
        ...{ id: 'leak-where', title: '漏在哪里', kind: 'choice', required: true, safety: false },
        when: { all: [{ item: 'leak', is: 'equal', value: 'abnormal' }] },
        options: [
          { id: 'flange', label: '法兰', abnormal: false },
          { id: 'seal', label: '轴封', abnormal: false },
          { id: 'valve', label: '阀门', abnormal: false },
          { id: 'pipe', label: '管道', abnormal: false },
        ],
      },
      look('tank', '消防水箱、水池水位'),
      look('cabinet', '控制柜在自动位置,无故障灯', { safety: true }),
      note('remark', '其他情况'),
    ],
  },
  {
    ...{ key: 'fire-control', title: '消防控制室', source: FIRE },
    items: [
      look('duty', '双人值班,持证上岗', { safety: true, photo: false }),
      look('host', '报警主机无火警、故障、屏蔽', { safety: true }),
      look('linkage', '联动在自动状态', { safety: true }),
      look('phone', '消防电话、应急广播正常', { photo: false }),
      look('log', '值班记录填写到本班', { photo: false }),
      { id: 'log-photo', title: '值班记录照片', kind: 'photo', required: false, safety: false },
    ],
  },
  {
    ...{ key: 'fire-floor', title: '楼层消防设施', source: FIRE },
    items: [
      look('exit', '疏散通道、安全出口畅通', { safety: true }),
      look('door', '常闭防火门关闭,闭门器完好'),
      look('sign', '疏散指示、应急照明完好'),
      look('hydrant', '消火栓箱内水带、水枪齐全'),
      look('extinguisher', '灭火器在位,压力在绿区'),
      look('ebike', '楼道无电动车停放、充电', { safety: true, hint: '发现先拍照,再联系车主' }),
    ],
  },
  {
    ...{ key: 'fire-garage', title: '地下车库消防', source: FIRE },
    items: [
      look('shutter', '防火卷帘下方无堆物', { safety: true }),
      look('sprinkler', '喷淋头无遮挡、无渗漏'),
      look('smoke', '排烟口完好'),
      look('water', '地面无积水,集水坑水泵正常'),
      look('ev', '充电车位无异味、无异响'),
    ],
  },
  {
    ...{ key: 'steward-building', title: '楼栋巡查', source: OWN },
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
