import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import AppSignature from '../../src/ui/AppSignature.vue'
import { signatureOf } from '../support/build/signature'
import { byRole, mountPart, theOne } from './mount-part'

enableAutoUnmount(afterEach)

const show = (over: Parameters<typeof signatureOf>[0], src?: string) =>
  mountPart(AppSignature, {
    props: { signature: signatureOf(over), time: '2026-11-25 08:39', src },
  })

it('[SG4] shows the strokes until their picture is there, whose it is and when', async () => {
  const part = show({})
  expect(theOne('img', '王大山的签字').querySelector('path')?.getAttribute('d')).toContain(
    'M200 125',
  )
  expect(part.text()).toContain('王大山')
  expect(part.text()).toContain('2026-11-25 08:39')
  await part.setProps({ src: 'blob:here' })
  expect(part.find('svg').exists()).toBe(false)
  expect(part.get('img').attributes('alt')).toBe('王大山的签字')
})

it('[SG1] says of a name confirmed in person that no hand drew it', () => {
  const part = show({ strokes: [], confirmed: true })
  expect(part.text()).toContain('本人确认,未手写')
  expect(byRole('img')).toEqual([])
  expect(part.find('img').exists()).toBe(false)
})
