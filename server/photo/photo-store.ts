import type { Settings } from '../settings'
import { DiskShelf } from './disk-shelf'
import { DiskUploads } from './disk-uploads'
import type { GrowingUploads } from './growing-uploads'
import type { PhotoShelf } from './photo-shelf'

export interface PhotoStore {
  readonly shelf: PhotoShelf
  readonly uploads: GrowingUploads
}

export const diskStore = (folder: string) => {
  const shelf = new DiskShelf(folder)
  return { shelf, uploads: new DiskUploads(shelf.uploads) }
}

/** In a folder, or in a bucket: only who names one loads what speaks to it. */
export const openPhotoStore = async ({
  photoDir,
  photoBucket,
}: Pick<Settings, 'photoDir' | 'photoBucket'>): Promise<PhotoStore> => {
  if (photoBucket === null) return diskStore(photoDir)
  const [{ BucketObjects }, { BucketShelf }, { BucketUploads }] = await Promise.all([
    import('./bucket-objects'),
    import('./bucket-shelf'),
    import('./bucket-uploads'),
  ])
  const objects = new BucketObjects(photoBucket)
  return { shelf: new BucketShelf(objects), uploads: new BucketUploads(objects) }
}
