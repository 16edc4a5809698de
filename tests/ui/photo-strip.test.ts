import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import AppCameraButton from '../../src/ui/AppCameraButton.vue'
import AppPhotoStrip from '../../src/ui/AppPhotoStrip.vue'
import { byRole, mountPart, theOne } from './mount-part'

enableAutoUnmount(afterEach)

const here = { sha256: 'a', preview: 'data:image/webp;base64,AA==', alt: '现场照片 1' }
const away = { sha256: 'b', alt: '', missing: '还在赵强手机上' }

it('says of a photo whose bytes are not here on whose phone they are', () => {
  const strip = mountPart(AppPhotoStrip, { props: { photos: [here, away] } })
  expect(strip.findAll('img')).toHaveLength(1)
  theOne('button', '还在赵强手机上').click()
  expect(strip.emitted('open')).toEqual([['b']])
})

it('offers to take photos out only where they may be', async () => {
  const strip = mountPart(AppPhotoStrip, { props: { photos: [here, away] } })
  expect(byRole('button', '移除第 1 张照片')).toEqual([])
  await strip.setProps({ removable: true })
  theOne('button', '移除第 2 张照片').click()
  expect(strip.emitted('remove')).toEqual([['b']])
  expect(strip.emitted('open')).toBeUndefined()
})

it('hands on every picture taken and can take the same one again', async () => {
  const camera = mountPart(AppCameraButton, { props: { label: '拍照' } })
  const input = camera.get('input')
  const shots = [new File(['1'], '1.jpg'), new File(['2'], '2.jpg')]
  Object.defineProperty(input.element, 'files', { value: shots, configurable: true })
  await input.trigger('change')
  await input.trigger('change')
  expect(camera.emitted('shot')).toEqual([[shots], [shots]])
  expect(input.attributes()).toMatchObject({ accept: 'image/*', capture: 'environment' })
})

it('stays silent when the camera was closed without a picture', async () => {
  const camera = mountPart(AppCameraButton, { props: { label: '拍照' } })
  await camera.get('input').trigger('change')
  expect(camera.emitted('shot')).toBeUndefined()
})

it('chooses many at once from the gallery, where no camera opens', () => {
  const gallery = mountPart(AppCameraButton, { props: { label: '从相册选', from: 'gallery' } })
  const attributes = gallery.get('input').attributes()
  expect(attributes).toHaveProperty('multiple')
  expect(attributes).not.toHaveProperty('capture')
})
