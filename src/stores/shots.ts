import { ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Photo } from '../domain/photo'
import type { PhotoTaking } from './photo-taking'

/** A page's camera button: one batch at a time, no picture twice, what went wrong in words. */
export const useShots = (photos: Ref<readonly Photo[]>, take: PhotoTaking['take']) => {
  const { t } = useI18n()
  const isTaking = ref(false)
  const trouble = ref('')

  const shoot = async (files: readonly File[]) => {
    if (isTaking.value) return
    isTaking.value = true
    trouble.value = ''
    for (const file of files) {
      const photo = await take(file)
      if (!photo.ok) trouble.value = t(`error.${photo.error}`)
      else if (!photos.value.some(({ sha256 }) => sha256 === photo.value.sha256))
        photos.value = [...photos.value, photo.value]
    }
    isTaking.value = false
  }
  const remove = (sha256: string) => {
    photos.value = photos.value.filter((photo) => photo.sha256 !== sha256)
  }
  return { isTaking, trouble, shoot, remove }
}
