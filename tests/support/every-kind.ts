import type { Checkpoint } from '../../src/domain/checkpoint'
import type { Item } from '../../src/domain/form/item'
import { formOf, itemOf } from './build/form'
import { newId } from './build/ids'
import { planStops } from './walk'
import { WireClient } from './wire-client'

export const EVERY_KIND = '门岗 设备间'

const option = (id: string, label: string, abnormal = false) => ({ id, label, abnormal })

/** One item of each kind there is. */
export const ITEMS: readonly Item[] = [
  itemOf('verdict', {
    ...{ id: 'door', title: '门锁完好' },
    onAbnormal: { photo: false, words: true },
  }),
  itemOf('number', {
    ...{ id: 'pressure', title: '出口压力' },
    ...{ unit: 'MPa', decimals: 2, least: 0.3, most: 0.6 },
  }),
  itemOf('choice', {
    ...{ id: 'mode', title: '运行方式', repeatable: true },
    options: [option('auto', '自动'), option('hand', '手动')],
  }),
  itemOf('choices', {
    ...{ id: 'there', title: '现场有', least: 1, most: null },
    options: [option('log', '登记本'), option('torch', '手电'), option('gloves', '绝缘手套')],
  }),
  itemOf('text', { id: 'remark', title: '值班员说', long: false }),
  itemOf('photo', { id: 'view', title: '全景照片' }),
  itemOf('date', { id: 'due', title: '年检到期日', expires: true }),
  itemOf('scan', { id: 'seal', title: '封条号' }),
  itemOf('voice', { id: 'said', title: '口头说明' }),
  itemOf('signature', { id: 'keeper', title: '值班人签字' }),
]

/** A round of one stop that asks every kind of item. */
export const planEveryKind = async (address: string): Promise<void> => {
  const manager = new WireClient(address)
  await manager.signIn('chenli')
  const [near] = await manager.records<Checkpoint>('Checkpoint')
  if (!near) throw new Error('The demonstration has no checkpoints')
  const form = { ...formOf(...ITEMS), title: '各种检查项' }
  const { community, place } = near
  const checkpoint: Checkpoint = {
    ...{ id: newId(), community, place, name: EVERY_KIND, facility: null },
    ...{ form: form.form, token: 'EveryKindOfItem0' },
  }
  const { outcomes } = await manager.sync([
    { kind: 'Form', record: form.id, act: { act: 'publish', form } },
    { kind: 'Checkpoint', record: checkpoint.id, act: { act: 'set', checkpoint } },
  ])
  if (outcomes.some(({ outcome }) => outcome !== 'accepted')) throw new Error('Not laid out')
  await planStops(manager, [checkpoint])
}
