import { choose, expires, look, note, read, sign, when, type Checklist } from './ask'

/** 电梯 · 生活水泵房 · 低压配电房: what the engineer walks. */
export const PLANT_ROOM_CHECKLISTS: readonly Checklist[] = [
  {
    ...{ key: 'lift', title: '电梯日巡' },
    source: '特种设备使用单位落实使用安全主体责任监督管理规定(日管控)',
    items: [
      look('label', '使用标志在检验有效期内', { safety: true }),
      expires('inspected-until', '检验有效期至', true, '抄轿厢里的使用标志'),
      look('intercom', '轿厢对讲接通监控中心', {
        safety: true,
        hint: '按一次,听到值班员应答才算正常',
      }),
      look('door', '开关门顺畅,光幕能挡住', { safety: true }),
      look('ride', '运行无异响、无抖动,平层准'),
      choose(
        ['noise-where', '响在哪里'],
        { car: '轿厢', door: '门机', shaft: '井道', machine: '主机' },
        { when: when('ride', 'abnormal') },
      ),
      look('buttons', '按钮、楼层显示、照明、风扇'),
      look('clean', '轿厢、地坎干净,无异物', { photo: false }),
      read(['machine-room', '机房温度'], ['℃', 0], [5, 40]),
      look('service', '维保记录在半个月内', {
        photo: false,
        hint: 'TSG T5002《电梯维护保养规则》:半月一次',
      }),
    ],
  },
  {
    ...{ key: 'water-pump', title: '生活水泵房', source: 'GB 17051 二次供水设施卫生规范' },
    items: [
      look('lock', '双锁、防盗门、监控完好', { safety: true, photo: false }),
      look('visitor', '人员出入登记齐全', { photo: false }),
      read(['low-pressure', '低区出水压力'], ['MPa', 2], [0.35, 0.55]),
      read(['high-pressure', '高区出水压力'], ['MPa', 2], [0.75, 1]),
      read(['level', '水箱液位'], ['m', 1], [1.2, 2.4]),
      read(['chlorine', '余氯'], ['mg/L', 2], [0.05, 2], { safety: true }),
      read(['turbidity', '浑浊度'], ['NTU', 2], [null, 1], { safety: true }),
      look('cover', '水箱人孔上锁,通气口纱网完好', { safety: true }),
      look('pump', '水泵无渗漏、无异响、不烫手'),
      look('drain', '地面干燥,集水坑水泵自动'),
      sign('keeper', '值班人签字', '请泵房值班员看过读数再签'),
      note('remark', '其他情况'),
    ],
  },
  {
    ...{ key: 'power', title: '低压配电房', source: '公司低压配电房巡视规程' },
    items: [
      look('door', '门窗、挡鼠板、防火封堵完好'),
      read(['room', '室内温度'], ['℃', 0], [null, 40]),
      read(['transformer-1', '1号变压器绕组温度'], ['℃', 0], [null, 90], { safety: true }),
      read(['transformer-2', '2号变压器绕组温度'], ['℃', 0], [null, 90], { safety: true }),
      read(['voltage', '低压母线线电压'], ['V', 0], [353, 407], {
        hint: '标称 380 V,偏差 ±7%(GB/T 12325)',
      }),
      read(['current', '1号进线电流'], ['A', 0], [null, 850]),
      read(['factor', '功率因数'], ['', 2], [0.9, 1]),
      look('lamp', '指示灯、仪表正常,无报警', { safety: true }),
      look('smell', '无异味、无异响、无放电痕迹', { safety: true }),
      look('tools', '绝缘手套、验电器在有效期内', { photo: false }),
      look('fire', '灭火器在位,应急灯能亮'),
    ],
  },
]
