import { cleanText } from './table'

/** What a column of a file can be about. */
export const COLUMNS = [
  ...(['zone', 'building', 'entrance', 'level', 'door', 'address'] as const),
  ...(['area', 'use', 'layout', 'occupancy'] as const),
  ...(['name', 'phone', 'relation', 'share', 'since', 'household', 'plate'] as const),
  ...(['lesseeName', 'lesseePhone'] as const),
] as const
export type Column = (typeof COLUMNS)[number]

/** What each column of a file is about, from left to right; null is not taken in. */
export type ColumnChoice = readonly (Column | null)[]

/** Several columns of a file may be about these. */
const SEVERAL: readonly Column[] = ['phone', 'plate', 'lesseePhone']

/** The title of a column without what companies put around it: 面积(㎡)* is 面积. */
export const plainTitle = (title: string): string =>
  cleanText(title)
    .toLowerCase()
    .replace(/\(.*?\)|【.*?】|\[.*?\]/gu, '')
    .replace(/[\s_*:：./\\'"“”、-]/gu, '')

const LESSEE = '(?:租户|租客|承租人|承租方|租赁人|tenant|lessee)'
const OWNER = '(?:业主|户主|产权人|权利人|客户|住户|owner|resident|customer)'
const PHONE =
  '(?:联系)?(?:电话|手机|联系方式|移动电话)(?:号码|号)?|(?:mobile|phone|tel|telephone|contact|cell)(?:phone|number|no)?'

/** [IM5] Asked in this order: the first that fits is the guess. */
const TITLES: readonly (readonly [Column, RegExp])[] = [
  ['lesseePhone', new RegExp(`^${LESSEE}(?:的)?(?:${PHONE})\\d?$`, 'u')],
  ['lesseeName', new RegExp(`^${LESSEE}(?:信息)?(?:姓名|名称|名字|name)?$`, 'u')],
  ['phone', new RegExp(`^(?:${OWNER}|本人|备用|第?[一二2]?)?(?:信息)?(?:${PHONE})\\d?$`, 'u')],
  ['name', new RegExp(`^(?:${OWNER})?(?:信息)?(?:姓名|名称|名字|name|fullname)$|^${OWNER}$`, 'u')],
  [
    'relation',
    /^(?:身份|关系|与?(?:业主|户主|产权人)的?关系|(?:住户|客户|人员|业主)(?:类型|类别|身份)|relation(?:ship)?|role|identity)$/u,
  ],
  ['share', /^(?:产权|共有)?(?:份额|比例)$|^share$/u],
  [
    'plate',
    /^(?:车牌|车牌号|车牌号码|车辆|车号)\d?$|^(?:car|license|licence)?plates?(?:no|number)?$/u,
  ],
  ['household', /^(?:常住|居住|家庭)?(?:人口|人数)$|^household(?:size)?$/u],
  [
    'since',
    /^(?:入住|交房|收房|交付|购房|接房|迁入|起租)(?:日期|时间|日)$|^从哪天起$|^(?:since|movein(?:date)?|handover(?:date)?)$/u,
  ],
  [
    'occupancy',
    /^(?:入住|居住|使用|房屋|房态)(?:状态|情况|状况)$|^(?:状态|房态|是否入住|居住类型)$|^(?:occupancy|status|livedinornot)$/u,
  ],
  [
    'area',
    /^(?:建筑|产权|计费|收费|套内|房屋|使用)?(?:面积|建面)$|^(?:floor|built)?area(?:sqm|m2|㎡)?$|^sqm$/u,
  ],
  ['layout', /^(?:户型|房型|户型结构)$|^layout$/u],
  ['use', /^(?:房屋|物业|房产)?(?:用途|类型|性质|业态|类别)$|^(?:use|usage|type|propertytype)$/u],
  [
    'address',
    /^(?:房号全称|房屋全称|完整房号|房屋(?:地址|坐落|名称|信息)?|房产(?:名称|地址)?|坐落|地址|物业地址|单元房号|楼栋房号|(?:full)?address|property|home)$/u,
  ],
  ['zone', /^(?:分?期|分?区|期区|区期|区域|组团|苑区?|期数|分区名称)$|^(?:zone|phase|cluster)$/u],
  [
    'building',
    /^(?:所在)?(?:楼栋|栋|幢|座|楼|楼座|楼宇)(?:号|名称|名|编号)?$|^(?:building|block|bldg|tower)(?:no|number|name)?$/u,
  ],
  [
    'entrance',
    /^(?:单元|门洞|梯|单元门)(?:号|名称)?$|^(?:entrance|stair|staircase)(?:no|number)?$/u,
  ],
  ['level', /^(?:所在)?(?:楼层|层|层数|层号)$|^(?:floor|level|storey|story)(?:no|number)?$/u],
  [
    'door',
    /^(?:房号|房间号|房间|室号|室|户号|门牌|门牌号|房屋(?:号|编号|编码)|房产号)$|^(?:unit|room|door|flat|apartment|apt)(?:no|number)?$/u,
  ],
]

export const columnOf = (title: string): Column | null => {
  const plain = plainTitle(title)
  return plain ? (TITLES.find(([, says]) => says.test(plain))?.[0] ?? null) : null
}

/** Each column once, but those of which a file may have several. */
export const guessedColumns = (titles: readonly string[]): ColumnChoice => {
  const taken = new Set<Column>()
  return titles.map((title) => {
    const column = columnOf(title)
    if (!column || (taken.has(column) && !SEVERAL.includes(column))) return null
    taken.add(column)
    return column
  })
}
