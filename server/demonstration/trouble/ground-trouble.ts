import type { Trouble } from './trouble'

/** What guards, cleaners and gardeners find. */
export const GROUND_TROUBLES: readonly Trouble[] = [
  {
    ...{ at: 'garage.barrier', scene: 'gate', share: 5, trade: 'engineer', end: 'ticket' },
    words: ['二期道闸落到一半停住', '车牌识别慢,早高峰排到路口', '道闸杆被碰弯'],
    done: ['换了道闸弹簧,起落三十次正常', '重启识别相机并擦了镜头', '换了杆,追到车主赔付'],
    ...{ days: 0.8, parts: '道闸杆' },
  },
  {
    ...{ at: 'garage.water', scene: 'puddle', share: 6, trade: 'engineer', end: 'watch' },
    words: ['B区 47 号车位旁积水', '顶板滴水,滴到 B-112 车位', '下雨后坡道底有水带泥'],
    done: [
      '排水沟掏干净,冲水试过',
      '顶板裂缝打了堵漏剂,两场雨没再滴',
      '坡道截水沟清了淤,掏出两桶泥',
    ],
    days: 3,
  },
  {
    ...{ at: 'garage.light', scene: 'exit-sign', share: 4, trade: 'engineer', end: 'ticket' },
    words: ['C 区一排灯不亮', '转弯处反光镜歪了', '出口指示灯箱不亮'],
    done: ['换了三支灯管', '反光镜扶正锁紧', '灯箱电源换了'],
    days: 1,
  },
  {
    ...{ at: 'garage.lane', scene: 'clutter', share: 5, trade: 'security', end: 'spot' },
    words: ['消防通道口停了一辆面包车', '非机动车道堆了装修门板'],
    done: ['打电话请车主挪走,十分钟内开走', '装修队搬走,拍照存档'],
  },
  {
    ...{ at: 'garage.charging', scene: 'ebike', share: 2.5, trade: 'security', end: 'spot' },
    words: ['有人从储藏间拉线给电动车充电'],
    done: ['断电收线,车主写了保证'],
  },
  {
    ...{ at: 'grounds.cover', scene: 'tile', share: 5, trade: 'engineer', end: 'ticket' },
    words: ['儿童乐园西侧一块地砖碎了,翘边', '雨水井盖走上去会响', '台阶石板松动'],
    done: ['换了地砖,灌浆压实', '井盖加了胶垫,踩上去不响', '石板重新坐浆,压实了'],
    ...{ days: 2, parts: '同色地砖' },
  },
  {
    ...{ at: 'grounds.lamp', scene: 'exit-sign', share: 4, trade: 'engineer', end: 'ticket' },
    words: ['东门第二盏路灯不亮', '草坪灯被踢歪'],
    done: ['换了光源', '重新固定,接头做了防水'],
    days: 1.5,
  },
  {
    ...{ at: 'grounds.gate', scene: 'post', share: 2.5, trade: 'security', end: 'spot' },
    words: ['两名外卖骑手没有登记就进', '访客登记漏写离开时间'],
    done: ['追回补登,和门岗重讲要求', '门岗补记,班会上提醒'],
  },
  {
    ...{ at: 'grounds.ebike', scene: 'ebike', share: 3, trade: 'security', end: 'spot' },
    words: ['车棚外停了五辆电动车', '车棚里有人私拉插线板'],
    done: ['逐辆推进车棚', '拆下插线板,贴了告知'],
  },
  {
    ...{ at: 'cleaning.bins', scene: 'bins', share: 14, trade: 'cleaner', end: 'spot' },
    words: ['投放点溢出,袋子堆在地上', '厨余桶没盖,有苍蝇'],
    done: ['加清一趟,地面冲洗消毒', '换了空桶,盖子盖好'],
  },
  {
    ...{ at: 'cleaning.stairs', scene: 'tile', share: 6, trade: 'cleaner', end: 'spot' },
    words: ['6层楼梯有油渍', '3层墙面被划了几道'],
    done: ['去油剂擦净,放了警示牌等干', '用魔术擦擦掉了'],
  },
  {
    ...{ at: 'cleaning.sorting', scene: 'bins', share: 6, trade: 'cleaner', end: 'spot' },
    words: ['可回收桶里混了厨余', '有害垃圾桶里是装修废料'],
    done: ['二次分拣,在业主群里提醒', '拣出装修料,通知装修户'],
  },
  {
    ...{ at: 'landscape.hedge', scene: 'bush', share: 60, trade: 'gardener', end: 'ticket' },
    words: ['绿篱中段发黄干枯,约三米', '海桐有枯枝'],
    done: ['剪掉枯枝,补了六株海桐', '浇透水,施了一次肥,新芽出来了'],
    days: 5,
  },
  {
    ...{ at: 'landscape.pest', scene: 'bush', share: 45, trade: 'gardener', end: 'ticket' },
    words: ['桂花叶背有介壳虫'],
    done: ['立牌告知后打药一遍,一周后复看没有活虫'],
    ...{ days: 6, follow: ['pest-kind', 'scale'] },
  },
  {
    ...{ at: 'landscape.tree', scene: 'bush', share: 30, trade: 'gardener', end: 'spot' },
    words: ['香樟有一根断枝挂着', '新栽桂花支撑松了'],
    done: ['围起来,高枝锯取下', '支撑重新绑紧'],
  },
]
