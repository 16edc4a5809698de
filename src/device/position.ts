/** Where the phone takes itself to be, and how far off that may be, in metres. */
export interface FoundPosition {
  readonly latitude: number
  readonly longitude: number
  readonly accuracy: number
}

export type PositionFailure = 'refused' | 'unavailable' | 'unsupported'

const WAIT = 15_000

/** Asks the phone where it is; it may ask its holder first. Plain HTTP elsewhere has no such thing. */
export const findPosition = (timeout = WAIT): Promise<FoundPosition | PositionFailure> => {
  if (!window.isSecureContext || !('geolocation' in navigator))
    return Promise.resolve('unsupported')
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve({ latitude, longitude, accuracy: Math.round(accuracy) }),
      ({ code, PERMISSION_DENIED }) =>
        resolve(code === PERMISSION_DENIED ? 'refused' : 'unavailable'),
      { enableHighAccuracy: true, timeout, maximumAge: 0 },
    )
  })
}

/** Whether the phone may be asked without anybody being asked. */
const mayFindQuietly = async (): Promise<boolean> => {
  if (!window.isSecureContext || !('permissions' in navigator)) return false
  const { state } = await navigator.permissions.query({ name: 'geolocation' })
  return state === 'granted'
}

/** Where the phone is, if that can be known without anybody being asked. */
export const findQuietly = async (): Promise<FoundPosition | null> => {
  if (!(await mayFindQuietly())) return null
  const found = await findPosition()
  return typeof found === 'string' ? null : found
}
