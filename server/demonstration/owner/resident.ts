import type { Details } from '../../../src/domain/owner/detail'

/** Names as many people bear them; numbers of a range no carrier gives out. */
export const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾田董袁潘于蒋蔡余'
export const GIVEN = [
  ...[
    '建国',
    '秀英',
    '桂兰',
    '志强',
    '丽华',
    '淑珍',
    '国栋',
    '海燕',
    '雪梅',
    '文博',
    '晓东',
    '玉兰',
  ],
  ...[
    '子涵',
    '雨桐',
    '思远',
    '佳怡',
    '浩然',
    '欣怡',
    '俊杰',
    '美玲',
    '永康',
    '春生',
    '静',
    '磊',
    '敏',
  ],
  ...['伟', '芳', '娜', '婷', '鹏', '慧', '勇', '艳', '洋', '倩'],
] as const
export const OCCUPATIONS = [
  ...[
    '退休',
    '退休教师',
    '中学老师',
    '护士',
    '会计',
    '开网约车',
    '做建材生意',
    '程序员',
    '公司职员',
  ],
  ...['开小吃店', '在家带孩子', '快递站点负责人', '设计院工程师', '银行职员', ''],
] as const
export const PETS = ['', '', '', '', '一只猫', '一只泰迪', '一只金毛,出门牵绳'] as const
export const HOURS = [
  ...['', '', '', '晚上七点以后', '周末', '上午', '工作日白天在家', '中午休息,下午三点后'],
] as const
export const LANGUAGES = ['', '', '', '', '', '', '讲四川话', '讲粤语,普通话能听懂'] as const

interface CareStory {
  readonly home: string
  readonly care: Omit<NonNullable<Details['care']>, 'agreedOn' | 'expiresOn' | 'callPhone'>
  /** Days ago they agreed; a year later they are asked anew. */
  readonly agreed: number
}

/** Whom somebody thinks of first when something stops. */
export const CARE_STORIES: readonly CareStory[] = [
  {
    ...{ home: '1栋2单元602', agreed: 120 },
    care: {
      when: ['power', 'lift'],
      need: '老人用制氧机,停电前打电话,备用氧气瓶够两小时',
      callName: '儿子',
    },
  },
  {
    ...{ home: '3栋1单元1501', agreed: 40 },
    care: { when: ['lift'], need: '坐轮椅,停梯前问要不要下楼,要下楼两个人抬', callName: '女儿' },
  },
  {
    ...{ home: '4栋2单元901', agreed: 400 },
    care: { when: ['water'], need: '家里有透析病人,停水前一天告知,送两桶水上门', callName: '爱人' },
  },
  {
    ...{ home: '5栋1单元1802', agreed: 15 },
    care: {
      when: ['lift', 'power'],
      need: '独居老人听力不好,电话打不通就上门敲门',
      callName: '侄子',
    },
  },
  {
    ...{ home: '7栋2单元503', agreed: 70 },
    care: { when: ['water', 'power'], need: '新生儿,停水停电前一晚告知', callName: '妈妈' },
  },
]

export const NOTES = [
  '钥匙交给门岗代管过一次,已取回',
  '送货走南门,北门台阶高',
  '不方便接电话,先发短信',
  '周三固定去医院,不在家',
  '家里有人上夜班,上午请轻敲门',
] as const
