import type { KindName } from '../domain/kind-table'
import {
  roundUploadStateOf,
  uploadLines,
  uploadStateOf,
  type UploadLine,
} from '../storage/upload-state'
import { actStateOf, type ActState } from '../storage/act-state'
import type { UploadState } from '../storage/upload-mark'
import { useLive } from './live'
import { usePhone } from './phone'

/** [ST8] Null until the database has answered. */
export const useUploadLines = (most: number) => {
  const { database } = usePhone()
  return useLive<readonly UploadLine[] | null>(() => () => uploadLines(database, most), null)
}

export const useUploadState = (kind: KindName, id: () => string) => {
  const { database } = usePhone()
  return useLive<UploadState>(() => {
    const record = id()
    return () => uploadStateOf(database, kind, record)
  }, 'onPhone')
}

/** [MJ3] Of one act alone; null until the database has answered. */
export const useActState = (kind: KindName, id: () => string, act: string) => {
  const { database } = usePhone()
  return useLive<ActState | null>(() => {
    const record = id()
    return () => actStateOf(database, kind, record, act)
  }, null)
}

/** [ST8] Of a round with all that was looked at on it. */
export const useRoundUpload = (round: () => string) => {
  const { database } = usePhone()
  return useLive<UploadState>(() => {
    const id = round()
    return () => roundUploadStateOf(database, id)
  }, 'onPhone')
}

export type { UploadLine, UploadState }
