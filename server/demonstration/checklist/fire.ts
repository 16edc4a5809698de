import { choose, expires, look, note, read, seen, shoot, when, type Checklist } from './ask'

const FIRE = 'GB 25201 建筑消防设施的维护管理'

/** 消防每日巡查: pump room, control room, floors, garages. */
export const FIRE_CHECKLISTS: readonly Checklist[] = [
  {
    ...{ key: 'fire-pump', title: '消防水泵房', source: FIRE },
    items: [
      look('door-light', '泵房门锁、照明、应急灯'),
      read(['hydrant-pressure', '消火栓管网压力'], ['MPa', 2], [0.3, 0.9]),
      read(['jockey-pressure', '稳压泵出口压力'], ['MPa', 2], [0.3, 0.6]),
      look('leak', '水泵、阀门无渗漏,阀门挂牌正确'),
      choose(
        ['leak-where', '漏在哪里'],
        { flange: '法兰', seal: '轴封', valve: '阀门', pipe: '管道' },
        { when: when('leak', 'abnormal') },
      ),
      look('tank', '消防水箱、水池水位'),
      look('cabinet', '控制柜在自动位置,无故障灯', { safety: true }),
      note('remark', '其他情况'),
    ],
  },
  {
    ...{ key: 'fire-control', title: '消防控制室', source: FIRE },
    items: [
      look('duty', '双人值班,持证上岗', { safety: true, photo: false }),
      seen(
        ['certificate', '在岗证件'],
        { middle: '四级(中级)操作证', junior: '五级(初级)操作证', none: '!有人无证' },
        { hint: '两人的证件都要看原件' },
      ),
      look('host', '报警主机无火警、故障、屏蔽', { safety: true }),
      look('linkage', '联动在自动状态', { safety: true }),
      look('phone', '消防电话、应急广播正常', { photo: false }),
      look('log', '值班记录填写到本班', { photo: false }),
      shoot('log-photo', '值班记录照片', false),
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
      expires('extinguisher-due', '灭火器年检到期日', false, '看瓶身合格证,取最早的一只'),
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
]
