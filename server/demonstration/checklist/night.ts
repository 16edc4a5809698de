import { choose, look, note, shoot, when, type Checklist } from './ask'

const NIGHT = '公司夜查办法'

/** 夜查: posts, logs and dress as well as places. */
export const NIGHT_CHECKLISTS: readonly Checklist[] = [
  {
    ...{ key: 'night-post', title: '夜查岗位', source: NIGHT },
    items: [
      choose(
        ['duty', '值班员状态'],
        { on: '在岗', rounds: '在巡逻,能联系上', away: '!离岗', asleep: '!睡岗', phone: '!玩手机' },
        { safety: true },
      ),
      look('people', '人数和排班表一致', { photo: false }),
      look('dress', '着装、工牌、胶鞋符合要求', { photo: false }),
      look('radio', '对讲机呼叫三声内应答', { photo: false }),
      look('log', '值班记录写到本小时,无代签', { safety: true, photo: false }),
      look('goods', '手电、钥匙、强光灯交接清楚', { photo: false }),
      look('visitor', '夜间车辆、访客登记齐全', { photo: false }),
      shoot('scene', '岗位照片', true, '到岗第一眼就拍'),
      note('talk', '和值班员说了什么'),
    ],
  },
  {
    ...{ key: 'night-place', title: '夜查部位', source: NIGHT },
    items: [
      look('lock', '设备房、天台门、地库侧门上锁', { safety: true }),
      look('light', '夜间照明按时开关'),
      look('route', '巡逻点签到没有漏', { photo: false }),
      choose(
        ['route-missed', '漏了哪一班'],
        { evening: '前半夜', late: '后半夜', both: '整夜' },
        { when: when('route', 'abnormal') },
      ),
      look('fire', '消防车通道、卷帘下无占用', { safety: true }),
      look('noise', '无施工、无扰民', { photo: false }),
    ],
  },
]
