import type { IconName } from './icon-path'
import type { Tone } from './tone'

/** Where a record is on its way up. */
export type UploadState = 'onPhone' | 'going' | 'uploaded' | 'needsYou'

export const UPLOAD_LOOKS: Readonly<
  Record<UploadState, { readonly icon: IconName; readonly tone: Tone }>
> = {
  onPhone: { icon: 'device', tone: 'blue' },
  going: { icon: 'upload', tone: 'blue' },
  uploaded: { icon: 'uploaded', tone: 'green' },
  needsYou: { icon: 'bang', tone: 'red' },
}
