import type { Trouble } from './trouble'

/** What the engineer finds on lifts and in plant rooms. */
export const PLANT_TROUBLES: readonly Trouble[] = [
  {
    ...{ at: 'lift.ride', scene: 'lift-panel', share: 5, trade: 'engineer', end: 'watch' },
    words: ['上行过 10 层有嗒嗒声', '下到 1 层平层差一指', '启动时抖一下'],
    done: [
      '维保调了导靴间隙,来回坐了六趟没声音',
      '维保重做平层参数,每层都试过',
      '维保调了制动器间隙,启动平稳了',
    ],
    ...{ days: 1.5, follow: ['noise-where', 'shaft'], parts: '导靴衬' },
  },
  {
    ...{ at: 'lift.door', scene: 'lift-panel', share: 4, trade: 'engineer', end: 'ticket' },
    words: ['2单元关门到一半反弹,要按两次', '光幕有一段挡不住', '地坎里有石子,关门卡'],
    done: [
      '清了地坎,擦了光幕,连开关二十次正常',
      '维保换了光幕,试过遮挡都能反弹',
      '石子清掉,地坎吸了一遍',
    ],
    ...{ days: 0.8, parts: '光幕' },
  },
  {
    ...{ at: 'lift.buttons', scene: 'lift-panel', share: 6, trade: 'engineer', end: 'ticket' },
    words: ['7、8 层按钮不亮', '轿厢照明坏一支,偏暗', '风扇不转,轿厢闷'],
    done: ['换了两只按钮,每层都按过', '换了灯管', '风扇电容坏,换了'],
    ...{ days: 1.2, parts: '按钮' },
  },
  {
    ...{ at: 'lift.intercom', scene: 'lift-panel', share: 2.5, trade: 'engineer', end: 'ticket' },
    words: ['轿厢呼叫监控中心没有声音', '对讲杂音大,听不清'],
    done: ['对讲主机线松,重接后三方都通', '换了话筒,和监控中心试了两次'],
    days: 0.25,
  },
  {
    ...{ at: 'water-pump.pump', scene: 'pump', share: 14, trade: 'engineer', end: 'watch' },
    words: ['2号变频泵轴承声音比平时大', '1号泵机封处有水渍'],
    done: ['轴承加了润滑脂,听音正常', '换了机封,运行一小时不渗'],
    ...{ days: 2.5, parts: '机械密封' },
  },
  {
    ...{ at: 'water-pump.chlorine', scene: 'meter', share: 9, trade: 'engineer', end: 'ticket' },
    words: ['余氯 0.04,低于 0.05,复测一次相同'],
    done: ['通知水司,水箱换水后测得 0.12', '冲洗取样管后复测 0.09,连测两天'],
    ...{ days: 0.6, value: 0.04 },
  },
  {
    ...{ at: 'water-pump.drain', scene: 'puddle', share: 9, trade: 'engineer', end: 'spot' },
    words: ['地沟有积水,格栅堵了', '取样口没关严,地面湿'],
    done: ['掏了格栅,水下去了', '关紧取样口,拖干地面'],
  },
  {
    ...{ at: 'water-pump.visitor', scene: 'post', share: 6, trade: 'engineer', end: 'spot' },
    words: ['昨天水箱清洗队进出没有登记'],
    done: ['向清洗公司核实后补登,写明补登'],
  },
  {
    ...{ at: 'power.lamp', scene: 'cabinet', share: 10, trade: 'engineer', end: 'ticket' },
    words: ['3号柜故障灯亮,电容器退出', '2号柜 B 相指示灯不亮'],
    done: ['换了一组电容器,投运后功率因数 0.96', '换了指示灯,三相电压都正常'],
    ...{ days: 1.5, parts: '电容器' },
  },
  {
    ...{ at: 'power.room', scene: 'cabinet', share: 6, trade: 'engineer', end: 'spot' },
    words: ['排风扇没起,室温 42 ℃'],
    done: ['排风扇温控器跳了,复位后降到 35 ℃'],
    value: 42,
  },
  {
    ...{ at: 'power.door', scene: 'fire-door', share: 6, trade: 'engineer', end: 'spot' },
    words: ['挡鼠板取下来没放回', '电缆沟盖板错开一条缝'],
    done: ['挡鼠板装回,四周塞严', '盖板推平'],
  },
]
