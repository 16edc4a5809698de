import type { ClauseId, ClauseWords } from '../../src/domain/clause'
import type { CommunityId } from '../../src/domain/community'
import type { Instant } from '../../src/domain/instant'
import { demonstrationId, type DemonstrationDevice } from './writer'

/** What a contract of this kind says, in words of our own. */
const CLAUSES: readonly ClauseWords[] = [
  {
    ...{ source: '前期物业服务合同 第九条', title: '户内自用部位和设备' },
    text: '入户门以内的自用部位、自用设备由业主负责维修和更换;物业可以提供有偿服务。',
    courtesy: '这一处是您家自用的,合同里没有包含。我可以帮您联系师傅,也可以安排我们上门有偿维修。',
  },
  {
    ...{ source: '前期物业服务合同 第九条', title: '业主自购物品的安装' },
    text: '业主自行购买的灯具、电器、家具,由业主或商家负责安装。',
    courtesy: '自己买的灯具合同里不包安装,我把可靠的师傅电话发给您,需要工具我们可以借。',
  },
  {
    ...{ source: '建设工程质量管理条例 第四十条', title: '保修期内的质量问题' },
    text: '保修范围和保修期内的质量问题,由建设单位负责保修。',
    courtesy: '这还在保修期里,由开发商负责。我来替您报修、盯进度,有消息马上告诉您。',
  },
  {
    ...{ source: '管理规约 第十六条', title: '占用公共区域' },
    text: '楼道、消防通道等公共区域不得堆放私人物品,不得安装私人设施。',
    courtesy: '楼道是大家的,消防上也不允许放。我帮您看看有没有别的地方可以放。',
  },
]

/** The clause library of a community, written by its manager. */
export const writeClauses = async (
  manager: DemonstrationDevice,
  at: Instant,
  community: CommunityId,
): Promise<void> => {
  for (const words of CLAUSES) {
    const id = demonstrationId<ClauseId>(`clause ${words.source} ${words.title}`)
    manager.do(at, 'Clause', id, { act: 'publish', community, ...words })
  }
  await manager.send()
}
