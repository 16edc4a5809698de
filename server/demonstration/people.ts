import type { Role } from '../../src/domain/role'

export interface Person {
  readonly account: string
  readonly name: string
  readonly roles: readonly Role[]
  /** Buildings whose homes they serve, by number; all when not said. */
  readonly buildings?: readonly number[]
}

/** The staff of 萌芽花园. */
export const PEOPLE: readonly Person[] = [
  { account: 'limin', name: '李敏', roles: ['steward'], buildings: [1, 2, 3, 4] },
  { account: 'sunjia', name: '孙佳', roles: ['steward'], buildings: [5, 6, 7, 8] },
  { account: 'wangfang', name: '王芳', roles: ['customerService'] },
  { account: 'zhaoqiang', name: '赵强', roles: ['engineer'] },
  { account: 'hetao', name: '何涛', roles: ['engineer'] },
  { account: 'wujun', name: '吴军', roles: ['security'] },
  { account: 'mahui', name: '马辉', roles: ['security'] },
  { account: 'chengbo', name: '程波', roles: ['security'] },
  { account: 'gaopeng', name: '高鹏', roles: ['security'] },
  { account: 'tianlan', name: '田兰', roles: ['cleaner'] },
  { account: 'guoyan', name: '郭燕', roles: ['cleaner'] },
  { account: 'luolin', name: '罗林', roles: ['gardener'] },
  { account: 'zhoujie', name: '周洁', roles: ['supervisor'] },
  { account: 'chenli', name: '陈立', roles: ['manager'] },
  { account: 'admin', name: '管理员', roles: ['administrator'], buildings: [] },
]

/** The staff of the second, tiny company, which must never meet the first. */
export const OTHER_PEOPLE: readonly Person[] = [
  { account: 'qinghe', name: '许青', roles: ['steward'] },
  { account: 'qinghe-admin', name: '管理员', roles: ['administrator', 'supervisor'] },
]

/** Everybody can read it here, so it never faces a network. */
export const DEMONSTRATION_PASSWORD = 'mengya-demo'
