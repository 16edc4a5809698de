import { choose, look, note, read, shoot, when, type Checklist } from './ask'

/** 装修现场 · 空置房: homes somebody must look into. */
export const HOME_CHECKLISTS: readonly Checklist[] = [
  {
    ...{ key: 'renovation', title: '装修现场', source: '住宅室内装饰装修管理办法' },
    items: [
      look('permit', '施工许可张贴,工人戴证', { photo: false }),
      look('hours', '在允许时段施工', {
        photo: false,
        hint: '12:00–14:00 和 18:00 以后不得有噪声',
      }),
      look('wall', '未拆改承重墙、未开门窗洞', { safety: true }),
      look('pipe', '未动燃气、共用立管、烟道', { safety: true }),
      look('proof', '防水做了闭水试验'),
      choose(
        ['proof-hours', '闭水多久'],
        { no: '没有做', short: '不到 24 小时', day: '24 小时', two: '48 小时' },
        { when: when('proof', 'abnormal') },
      ),
      look('fire', '现场有灭火器,无明火、无吸烟', { safety: true }),
      look('power', '临时用电规范,人走断电', { safety: true }),
      look('waste', '垃圾袋装,堆在指定处,公共区有保护'),
      read(['workers', '现场工人'], ['人', 0], [null, 8]),
    ],
  },
  {
    ...{ key: 'vacant', title: '空置房', source: '公司空置房管理规程' },
    items: [
      look('door', '入户门、锁、门磁完好', { photo: false }),
      look('window', '窗户关好,无破损', { safety: true }),
      look('valve', '水、气阀门关闭', { safety: true }),
      look('power', '总闸断开', { safety: true, photo: false }),
      look('damp', '墙顶地无渗漏、无霉斑'),
      look('smell', '无异味,地漏不返臭', { photo: false }),
      look('trap', '地漏已加水封', { photo: false }),
      read(['meter', '水表读数'], ['m³', 1], [0, null], { hint: '和上次一样才对' }),
      shoot('meter-photo', '水表照片', true),
      note('remark', '其他情况'),
    ],
  },
]
