import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import type { PhotoMark } from '../../src/domain/photo-mark'
import AppPhotoDraw from '../../src/ui/AppPhotoDraw.vue'
import { mountPart, theOne } from './mount-part'

enableAutoUnmount(afterEach)

const open = async () => {
  const part = mountPart(AppPhotoDraw, {
    props: {
      ...{
        open: true,
        marks: [],
        src: 'blob:here',
        alt: '第 1 张照片',
        width: 1_600,
        height: 1_200,
      },
      'onUpdate:marks': (marks: readonly PhotoMark[]) => part.setProps({ marks }),
    },
  })
  await nextTick()
  const press = async (key: string, shiftKey = false) => {
    theOne('button', `第 1 张照片,已画 ${marks().length} 笔`).dispatchEvent(
      new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }),
    )
    await nextTick()
  }
  const marks = () => part.props('marks') as readonly PhotoMark[]
  return { part, press, marks }
}

it('[PH4] is drawn on by keys alone: put down, moved, made larger, taken off', async () => {
  const { press, marks } = await open()
  await press('Enter')
  const [put] = marks()
  await press('ArrowRight')
  await press('ArrowRight', true)
  const [moved] = marks()
  if (put?.kind !== 'circle' || moved?.kind !== 'circle') throw new Error('A circle it is')
  expect((moved.from.x + moved.to.x) / 2).toBeGreaterThan((put.from.x + put.to.x) / 2)
  expect(moved.to.x - moved.from.x).toBeGreaterThan(put.to.x - put.from.x)
  await press('Backspace')
  expect(marks()).toEqual([])
})

it('[PH4] draws with what was chosen, and undo takes off the last only', async () => {
  const { press, marks } = await open()
  await press('Enter')
  theOne('button', '箭头').click()
  await nextTick()
  await press('Enter')
  expect(marks().map(({ kind }) => kind)).toEqual(['circle', 'arrow'])
  theOne('button', '撤一笔').click()
  await nextTick()
  expect(marks().map(({ kind }) => kind)).toEqual(['circle'])
})

it('closes by its button and says so', async () => {
  const { part } = await open()
  theOne('button', '画好了').click()
  expect(part.emitted('update:open')).toEqual([[false]])
})
