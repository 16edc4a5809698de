import { inject, provide, type InjectionKey } from 'vue'
import type { PhotoTaking } from '../../stores/photo-taking'

const key: InjectionKey<PhotoTaking> = Symbol('photo-taking')

/** The stop's page says once where its photos go; every part under it takes them from here. */
export const providePhotoTaking = (taking: PhotoTaking): void => provide(key, taking)

export const usePhotoTaking = (): PhotoTaking => {
  const taking = inject(key)
  if (!taking) throw new Error('Photos are taken on the page of a stop')
  return taking
}
