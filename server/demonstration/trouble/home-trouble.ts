import type { Trouble } from './trouble'

/** What stewards and night checks find in buildings, homes and posts. */
export const HOME_TROUBLES: readonly Trouble[] = [
  {
    ...{ at: 'steward-building.board', scene: 'board', share: 8, trade: 'steward', end: 'spot' },
    words: ['有一张上月的停水通知没取下', '公告栏贴了外面的培训广告'],
    done: ['已当场取下,换上本月通知', '广告撕掉,玻璃擦了'],
  },
  {
    ...{
      at: 'steward-building.mailbox',
      scene: 'board',
      share: 4,
      trade: 'engineer',
      end: 'ticket',
    },
    words: ['3个信箱门合不上', '602 信箱塞满,像是很久没人取'],
    done: ['换了三把锁芯', '联系业主,代存服务台,业主周末来取'],
    days: 2,
  },
  {
    ...{ at: 'steward-building.lobby', scene: 'tile', share: 5, trade: 'engineer', end: 'ticket' },
    words: ['大堂门口地砖碎一块', '墙面瓷砖空鼓,敲着响', '大堂吊灯两只灯泡不亮'],
    done: ['换了地砖,围了一天让它干', '空鼓砖取下重贴', '灯泡换了'],
    ...{ days: 2.5, parts: '同色地砖' },
  },
  {
    ...{
      at: 'steward-building.corridor',
      scene: 'clutter',
      share: 6,
      trade: 'steward',
      end: 'spot',
    },
    words: ['4层楼道放了一辆电动车,正在充电', '9层门口堆了装修剩料'],
    done: ['已联系车主推走', '业主当天清走,拍了照'],
  },
  {
    ...{
      at: 'steward-building.fire-door',
      scene: 'fire-door',
      share: 3,
      trade: 'engineer',
      end: 'watch',
    },
    words: ['1层防火门有人用纸板顶着', '防火门玻璃有裂纹'],
    done: ['纸板取掉,在群里说明了原因', '换了防火玻璃'],
    days: 3,
  },
  {
    ...{
      at: 'steward-building.roof',
      scene: 'ceiling',
      share: 2.5,
      trade: 'engineer',
      end: 'ticket',
    },
    words: ['屋面雨水口堵,积了一层落叶', '顶层楼梯间天花有水印'],
    done: ['清掉两袋落叶,放水试过排得快', '屋面卷材裂口补了,等一场雨再看'],
    days: 2,
  },
  {
    ...{
      at: 'steward-building.falling',
      scene: 'ceiling',
      share: 2,
      trade: 'engineer',
      end: 'ticket',
    },
    words: ['5层窗台放着花盆,没有护栏', '外墙一块涂料翘起来,怕掉'],
    done: ['业主收回花盆,签了告知', '吊篮铲除松动部分,下方撤围挡'],
    days: 0.4,
  },
  {
    ...{ at: 'renovation.waste', scene: 'rubble', share: 32, trade: 'steward', end: 'spot' },
    words: ['门口堆了碎砖,没有装袋', '电梯厅地面没有铺保护'],
    done: ['工人当场装袋运走', '让施工队补铺了地垫'],
  },
  {
    ...{ at: 'renovation.fire', scene: 'rubble', share: 20, trade: 'steward', end: 'spot' },
    words: ['现场没有灭火器', '工人在屋里抽烟,地上有烟头'],
    done: ['施工队从车上拿来两具,放在门口', '制止并登记,负责人签字'],
  },
  {
    ...{ at: 'renovation.proof', scene: 'ceiling', share: 12, trade: 'steward', end: 'ticket' },
    words: ['主卫闭水只做了 12 小时', '准备贴砖,没做闭水'],
    done: ['补做 48 小时闭水,楼下看过不渗,允许贴砖'],
    ...{ days: 2.5, follow: ['proof-hours', 'short'] },
  },
  {
    ...{ at: 'vacant.damp', scene: 'ceiling', share: 40, trade: 'engineer', end: 'ticket' },
    words: ['北卧墙角有霉斑', '卫生间天花有水印,楼上可能渗'],
    done: ['开窗通风,外墙裂缝打胶', '楼上地漏重新封堵,水印没再扩大'],
    days: 5,
  },
  {
    ...{ at: 'vacant.trap', scene: 'puddle', share: 60, trade: 'steward', end: 'spot' },
    words: ['地漏干了,有味'],
    done: ['加了水封,开窗半小时'],
  },
  {
    ...{ at: 'night-post.duty', scene: 'post', share: 45, trade: 'security', end: 'spot' },
    words: ['岗位没人,三分钟后从卫生间回来'],
    done: ['当面提醒:离开要叫人顶岗,记入班组考核'],
    value: 'away',
  },
  {
    ...{ at: 'night-post.dress', scene: 'post', share: 40, trade: 'security', end: 'spot' },
    words: ['没戴工牌', '穿了自己的外套'],
    done: ['当场戴上', '换回制服'],
  },
  {
    ...{ at: 'night-place.lock', scene: 'fire-door', share: 50, trade: 'security', end: 'spot' },
    words: ['地库侧门没锁'],
    done: ['当场锁好,查到是垃圾清运后忘锁'],
  },
  {
    ...{ at: 'night-place.light', scene: 'exit-sign', share: 40, trade: 'engineer', end: 'ticket' },
    words: ['A 区夜间照明没有切到节能档', '楼梯口声控灯不亮'],
    done: ['时控器时间不准,重新对时', '换了声控开关'],
    days: 1.5,
  },
]
