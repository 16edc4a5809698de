import { onScopeDispose, ref } from 'vue'
import type { Photo } from '../domain/photo'
import { usePhotoSource } from './photo-source'

/** One of a record's photos shown large: its bytes where they can be had, else the small copy in the record. */
export const useOpenedPhoto = (photos: () => readonly Photo[]) => {
  const source = usePhotoSource()
  const isOpen = ref(false)
  const shown = ref('')
  const isPreview = ref(false)
  const release = () => {
    if (shown.value.startsWith('blob:')) URL.revokeObjectURL(shown.value)
  }
  const open = async (sha256: string) => {
    const blob = await source(sha256)
    release()
    shown.value = blob
      ? URL.createObjectURL(blob)
      : (photos().find((photo) => photo.sha256 === sha256)?.preview ?? '')
    isPreview.value = !blob
    isOpen.value = true
  }
  onScopeDispose(release)
  return { isOpen, shown, isPreview, open }
}
