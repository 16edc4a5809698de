import type { CalendarDay } from '../../../src/domain/calendar-day'
import type { Part, RepairSheet } from '../../../src/domain/repair/repair-sheet'
import type { Stroke } from '../../../src/domain/signature'
import type { Scene } from '../album'
import type { When } from './promise-story'

type Charge = Pick<RepairSheet, 'charge' | 'warranty' | 'courtesy'>

/** One visit of an engineer to an owner, as the slip says it. */
export interface VisitStory {
  readonly title: string
  readonly words: string
  readonly home: string
  /** Where it is not the home itself that is repaired. */
  readonly common?: string
  readonly caller: readonly [name: string, phone: string]
  readonly steward: 'limin' | 'sunjia'
  readonly hand: 'zhaoqiang' | 'hetao'
  readonly arrived: When
  readonly minutes: number
  readonly found: string
  readonly done: string
  readonly parts: readonly Part[]
  /** In fen. */
  readonly labour: number
  readonly charge: Charge
  readonly scene?: Scene
  readonly isDifficult?: true
  /** From customer service, from arrival to the end. */
  readonly attendedBy?: string
  readonly signed: readonly Stroke[] | null
  readonly unsigned?: string
  /** Written anew and signed again, so many minutes later. */
  readonly corrected?: {
    readonly after: number
    readonly done: string
    readonly parts: readonly Part[]
    readonly signed: readonly Stroke[]
  }
}

const part = (name: string, unit: string, count: number, yuan: number): Part => ({
  ...{ name, unit, hundredths: Math.round(count * 100), price: Math.round(yuan * 100) },
})
const OWN: Charge = { charge: 'own', warranty: null, courtesy: '' }
const COMMON: Charge = { charge: 'common', warranty: null, courtesy: '' }
const courtesy = (why: string): Charge => ({ charge: 'courtesy', warranty: null, courtesy: why })
const WATER: Charge = {
  charge: 'warranty',
  warranty: {
    of: 'water',
    handedOver: '2024-06-30' as CalendarDay,
    until: '2029-06-30' as CalendarDay,
  },
  courtesy: '',
}

/** Names as they come out on a phone's glass, in a hurry and standing. */
const WANG: readonly Stroke[] = [
  [120, 300, 210, 288],
  [126, 440, 204, 430],
  [164, 296, 160, 560],
  [96, 590, 236, 566],
  [330, 250, 420, 236, 360, 420, 330, 560, 470, 480],
  [560, 260, 700, 240, 600, 420, 720, 400, 590, 640, 760, 560],
]
const CHEN: readonly Stroke[] = [
  [130, 240, 128, 680],
  [134, 250, 220, 260, 160, 420, 230, 500, 150, 560],
  [290, 330, 460, 310],
  [380, 220, 330, 460, 470, 450],
  [404, 380, 400, 690, 360, 640],
  [560, 300, 700, 280, 590, 480, 740, 450, 660, 690],
]
const WU: readonly Stroke[] = [
  [150, 240, 260, 230, 256, 340, 152, 348, 150, 240],
  [110, 430, 300, 410],
  [210, 350, 190, 540, 100, 690],
  [206, 470, 250, 590, 320, 680],
  [430, 280, 600, 270, 480, 420, 620, 420, 470, 660, 660, 600],
]
const ZHOU: readonly Stroke[] = [
  [140, 240, 136, 520, 90, 700],
  [144, 246, 330, 236, 336, 640, 300, 690],
  [190, 340, 284, 334],
  [236, 290, 234, 430],
  [184, 440, 290, 432],
  [200, 520, 276, 514, 272, 600, 204, 606],
  [450, 320, 600, 300, 500, 470, 640, 450, 540, 680],
]

/** Paid and free, signed and not, told as engineers would write them down. */
export const VISIT_STORIES: readonly VisitStory[] = [
  {
    ...{ title: '洗手池角阀滴水', words: '洗手池下面一直滴水,拿盆接着' },
    ...{ home: '3栋2单元1501', caller: ['王秀兰', '13901234477'], steward: 'limin' },
    ...{ hand: 'zhaoqiang', arrived: [-9, 10.3], minutes: 35 },
    found: '冷水角阀阀芯磨损,丝口渗水',
    done: '换角阀一只,缠生料带,试水十分钟不滴',
    parts: [part('角阀', '只', 1, 25), part('生料带', '卷', 1, 3)],
    ...{ labour: 3_000, charge: OWN, signed: WANG },
  },
  {
    ...{ title: '次卧两个插座没电', words: '空调插座也没电,其他房间正常' },
    ...{ home: '4栋1单元901', caller: ['吴磊', '13300998877'], steward: 'limin' },
    ...{ hand: 'hetao', arrived: [-14, 15.2], minutes: 50 },
    found: '次卧插座回路接线盒里零线松脱,一只面板发黑',
    done: '接线盒重新压接,换五孔面板一只,逐个通电试过',
    parts: [part('五孔插座面板', '只', 1, 18)],
    ...{ labour: 5_000, charge: OWN, signed: WU },
    corrected: {
      ...{ after: 12, done: '接线盒重新压接,换五孔面板两只,逐个通电试过', signed: WU },
      parts: [part('五孔插座面板', '只', 2, 18)],
    },
  },
  {
    ...{ title: '卫生间漏到楼下', words: '楼下说顶上滴水,物业来看看是不是我家防水' },
    ...{ home: '6栋2单元303', caller: ['周婷', '13498761122'], steward: 'sunjia' },
    ...{ hand: 'zhaoqiang', arrived: [-7, 9.2], minutes: 150, isDifficult: true },
    attendedBy: 'wangfang',
    found: '淋浴间地漏周边防水层开裂,闭水半小时楼下有渗点',
    done: '凿开地漏一圈补防水两遍,闭水两小时楼下不渗,已报建设单位',
    parts: [part('防水涂料', 'kg', 2.5, 36), part('堵漏王', '包', 1, 28)],
    ...{ labour: 20_000, charge: WATER, scene: 'ceiling', signed: ZHOU },
  },
  {
    ...{ title: '老人家里灯不亮', words: '一个人在家,客厅灯黑了不敢爬高' },
    ...{ home: '5栋1单元201', caller: ['陈建国', '13812346021'], steward: 'sunjia' },
    ...{ hand: 'hetao', arrived: [-5, 18.1], minutes: 15 },
    found: '客厅吸顶灯灯板烧坏一片',
    done: '换灯板一片,顺手把床头插座的松动面板拧紧',
    parts: [part('LED 灯板', '片', 1, 15)],
    ...{ labour: 2_000, charge: courtesy('独居老人,举手之劳'), signed: CHEN },
  },
  {
    ...{ title: '门口楼道灯不亮', words: '晚上回家摸黑,孩子害怕' },
    ...{ home: '2栋3单元602', common: '2栋3单元', steward: 'limin' },
    caller: ['郑桂英', '13255667788'],
    ...{ hand: 'hetao', arrived: [-4, 16.5], minutes: 20 },
    found: '六层、七层声控灯头不感应',
    done: '换声控灯头两只,拍手试过都亮',
    parts: [part('声控灯头', '只', 2, 22)],
    ...{ labour: 0, charge: COMMON, scene: 'exit-sign', signed: null },
  },
  {
    ...{ title: '阳台推拉门关不上', words: '推到一半就卡,台风天进雨' },
    ...{ home: '7栋1单元803', caller: ['孙伟', '13512340987'], steward: 'sunjia' },
    ...{ hand: 'zhaoqiang', arrived: [-3, 14.1], minutes: 45 },
    found: '下滑轮碎了两只,轨道里有砂石',
    done: '换滑轮两只,清理轨道,推拉顺畅',
    parts: [part('推拉门滑轮', '只', 2, 12)],
    ...{ labour: 4_000, charge: OWN, signed: null, unsigned: '业主上班,家里老人不会签,电话里认可' },
  },
]
