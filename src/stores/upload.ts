import { onScopeDispose, shallowRef } from 'vue'
import { askToPersist, storageEstimate } from '../device/storage-estimate'
import type { KindName } from '../domain/kind-table'
import {
  uploadLines,
  uploadStateOf,
  uploadSummary,
  type UploadLine,
  type UploadSummary,
} from '../storage/upload-state'
import type { UploadState } from '../storage/upload-mark'
import type { SyncState } from '../sync/sync-state'
import { useLive } from './live'
import { usePhone } from './phone'

/** [ST8] Null until the database has answered: nothing is said to be uploaded before that is known. */
export const useUploadSummary = () => {
  const { database } = usePhone()
  return useLive<UploadSummary | null>(() => () => uploadSummary(database), null)
}

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

export const useSyncState = () => {
  const { sync } = usePhone()
  const state = shallowRef<SyncState>(sync.state)
  onScopeDispose(sync.onState((next) => (state.value = next)))
  return state
}

export const useRoom = () => ({ estimate: storageEstimate, persist: askToPersist })

export type { UploadLine, UploadState }
