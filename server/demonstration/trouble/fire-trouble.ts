import type { Trouble } from './trouble'

/** What the fire round finds. */
export const FIRE_TROUBLES: readonly Trouble[] = [
  {
    ...{ at: 'fire-floor.ebike', scene: 'ebike', share: 3, trade: 'security', end: 'spot' },
    words: [
      '1单元3层楼道停了一辆电动车,正在充电',
      '2单元1层门厅电动车飞线充电',
      '5层楼梯间停放电动车',
    ],
    done: ['联系车主,当面推到车棚,讲了楼道充电的危险', '车主已推走,门上贴了告知书'],
  },
  {
    ...{ at: 'fire-floor.exit', scene: 'clutter', share: 3, trade: 'steward', end: 'spot' },
    words: ['8层电梯厅堆了三个纸箱', '楼梯间放了旧椅子和快递箱', '4层通道放着鞋柜,挡了半边'],
    done: ['敲门请业主收回家,当场清掉了', '联系业主后搬到地下储藏间'],
  },
  {
    ...{ at: 'fire-floor.door', scene: 'fire-door', share: 2.4, trade: 'engineer', end: 'ticket' },
    words: [
      '5层防火门闭门器松,关不严',
      '11层防火门被砖头顶着,门轴也松了',
      '2层常闭门顺序器坏,两扇合不拢',
    ],
    done: ['换了闭门器,连试十次都能自己关上', '调了门轴和顺序器,关门到位'],
    ...{ days: 1.4, parts: '闭门器' },
  },
  {
    ...{ at: 'fire-floor.sign', scene: 'exit-sign', share: 2.2, trade: 'engineer', end: 'ticket' },
    words: ['2层安全出口指示灯不亮', '9层应急照明按下测试键不亮', '楼梯间疏散指示灯闪'],
    done: ['换了灯具,测试放电正常', '接线端子松了,压紧后亮了'],
    ...{ days: 1, parts: '应急灯电池' },
  },
  {
    ...{
      at: 'fire-floor.extinguisher',
      scene: 'gauge',
      share: 1.6,
      trade: 'engineer',
      end: 'ticket',
    },
    words: ['7层一具灭火器压力掉到红区', '12层灭火器箱少一具', '3层灭火器铅封掉了,压力偏低'],
    done: ['换上备用灭火器,旧的送检', '从库房补了一具,登记了编号'],
    days: 0.8,
  },
  {
    ...{
      at: 'fire-floor.hydrant',
      scene: 'fire-door',
      share: 0.8,
      trade: 'engineer',
      end: 'watch',
    },
    words: ['6层消火栓箱门关不紧', '10层消火栓箱水带没挂好'],
    done: ['水带重新挂好,箱门锁扣调了', '箱门合页上油,能关紧了'],
  },
  {
    ...{ at: 'fire-pump.leak', scene: 'pump', share: 9, trade: 'engineer', end: 'watch' },
    words: ['2号消火栓泵出口法兰渗水,地上有水印', '2号消火栓泵法兰又渗了,擦干十分钟又湿'],
    done: ['法兰螺栓对角紧了一遍,擦干看了半小时不渗', '换了法兰垫片,试泵十分钟不漏'],
    ...{ days: 2, follow: ['leak-where', 'flange'], parts: '法兰垫片' },
  },
  {
    ...{ at: 'fire-pump.tank', scene: 'gauge', share: 3, trade: 'engineer', end: 'ticket' },
    words: ['消防水池液位比平时低十几公分', '高位水箱补水阀关不严,一直有水声'],
    done: ['浮球阀卡住,拆洗后补到正常水位', '换了补水阀,观察一小时没有溢流'],
    days: 1,
  },
  {
    ...{ at: 'fire-control.host', scene: 'cabinet', share: 10, trade: 'engineer', end: 'ticket' },
    words: ['报警主机报 6栋9层感烟故障', '主机有一条屏蔽没有登记原因', '4栋地下手报故障灯亮'],
    done: ['清洗感烟探头后复位,故障消除', '核对后解除屏蔽,补了登记', '线头松动,重接后主机正常'],
    days: 0.7,
  },
  {
    ...{ at: 'fire-control.log', scene: 'post', share: 7, trade: 'security', end: 'spot' },
    words: ['上一班最后两小时没填', '交接栏只签了一个人'],
    done: ['值班员核对录像后补记,注明补记时间', '当场补签,和班长说了'],
  },
  {
    ...{ at: 'fire-garage.water', scene: 'puddle', share: 7, trade: 'engineer', end: 'watch' },
    words: ['东侧坡道口有积水,约两平方米', '集水坑旁边有水,泵没有起', '后墙根有一摊水,像是渗的'],
    done: [
      '清了截水沟树叶,水退了',
      '浮球被绳子缠住,理开后泵自己起了',
      '墙根打了堵漏剂,两天没再出水',
    ],
    days: 1.5,
  },
  {
    ...{ at: 'fire-garage.shutter', scene: 'clutter', share: 6, trade: 'security', end: 'spot' },
    words: ['2号卷帘下方放了婴儿车和纸箱', '卷帘轨道旁靠着两块门板'],
    done: ['联系业主搬走,地面黄线补画', '装修队当场搬走,提醒了押金'],
  },
  {
    ...{ at: 'fire-garage.smoke', scene: 'ceiling', share: 3, trade: 'engineer', end: 'ticket' },
    words: ['排烟口百叶松动', '3区排烟口被桥架改造挡了一角'],
    done: ['百叶重新固定,手推不晃', '桥架挪开二十公分,排烟口露出来了'],
    days: 2.5,
  },
]
