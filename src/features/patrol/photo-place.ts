import { inject, provide, type InjectionKey } from 'vue'
import type { KeptDraft } from '../../stores/kept-draft'
import type { PhotoTaking } from '../../stores/photo-taking'

/** How photos are taken on this page, and the draft that keeps what was taken and said. */
interface PhotoPlace extends PhotoTaking {
  readonly draft: KeptDraft
}

const key: InjectionKey<PhotoPlace> = Symbol('photo-place')

/** The stop's page says once where its photos go; every part under it takes them from here. */
export const providePhotoTaking = (taking: PhotoTaking, draft: KeptDraft): void =>
  provide(key, { ...taking, draft })

export const usePhotoTaking = (): PhotoPlace => {
  const place = inject(key)
  if (!place) throw new Error('Photos are taken on the page of a stop')
  return place
}
