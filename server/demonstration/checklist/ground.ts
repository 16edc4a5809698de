import { choose, look, note, read, shoot, when, type Checklist } from './ask'

/** 地库 · 园区与岗位 · 保洁 · 绿化: what is walked outdoors and below. */
export const GROUND_CHECKLISTS: readonly Checklist[] = [
  {
    ...{ key: 'garage', title: '地库巡逻', source: '公司车场管理规程' },
    items: [
      look('lane', '车道、出入口畅通,无违停', { photo: true }),
      look('barrier', '道闸起落正常,车牌识别正常'),
      look('light', '照明、指示灯、反光镜完好'),
      look('water', '无积水,排水沟通畅'),
      look('charging', '充电桩无异味,无飞线充电', { safety: true }),
      look('car', '车窗、车门、车灯关好,无漏油', {
        photo: false,
        hint: '没关好的记车位号,马上联系车主',
      }),
      look('stranger', '无可疑人员滞留', { safety: true, photo: false }),
      read(['free', '空余临停车位'], ['个', 0], [0, null]),
    ],
  },
  {
    ...{ key: 'grounds', title: '园区巡逻', source: '公司秩序巡逻规程' },
    items: [
      look('wall', '围墙、周界报警完好', { safety: true }),
      look('gate', '出入口有人值守,访客登记'),
      look('road', '消防车通道畅通', { safety: true }),
      look('cover', '井盖平稳,路面无破损', { safety: true }),
      look('lamp', '路灯、草坪灯'),
      look('play', '儿童设施、健身器材稳固', { safety: true }),
      look('ebike', '电动车进棚,棚内无私拉电线', { safety: true }),
    ],
  },
  {
    ...{ key: 'cleaning', title: '保洁检查', source: '公司保洁作业标准' },
    items: [
      look('lobby', '大堂地面、玻璃、信报箱', { photo: false }),
      look('lift', '轿厢壁、地面、按钮已消毒', { photo: false }),
      look('stairs', '楼道、扶手、消火栓箱面'),
      look('ash', '无小广告、无烟头、无蛛网', { photo: false }),
      look('bins', '垃圾桶不满溢,桶身干净'),
      look('sorting', '分类投放,无混装'),
      look('wet', '湿滑处已放警示牌', { safety: true, photo: false }),
    ],
  },
  {
    ...{ key: 'landscape', title: '绿化养护', source: '公司绿化养护标准' },
    items: [
      look('lawn', '草坪无斑秃、无杂草'),
      look('hedge', '绿篱整齐,无枯枝'),
      look('tree', '乔木支撑牢固,无断枝悬挂', { safety: true }),
      look('pest', '无明显病虫害'),
      choose(
        ['pest-kind', '什么虫害'],
        { scale: '介壳虫', aphid: '蚜虫', mite: '红蜘蛛', moth: '刺蛾', mildew: '白粉病' },
        { when: when('pest', 'abnormal') },
      ),
      look('water', '喷灌无漏水,土壤不干'),
      look('notice', '打药时已立牌告知', { safety: true, photo: false }),
      read(['soil', '土壤湿度'], ['%', 0], [20, 60]),
      shoot('view', '长势照片', false, '每次站同一个位置拍'),
      note('remark', '其他情况'),
    ],
  },
]
