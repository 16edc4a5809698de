import { onScopeDispose, shallowRef } from 'vue'
import type { SyncState } from '../sync/sync-state'
import { usePhone } from './phone'

/** How sending stands, as long as whoever asked is there. */
export const useSyncState = () => {
  const { sync } = usePhone()
  const state = shallowRef<SyncState>(sync.state)
  onScopeDispose(sync.onState((next) => (state.value = next)))
  return state
}
