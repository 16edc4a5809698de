import { scanCamera, type CameraFailure, type Scan } from '../device/scanner/scan-camera'

/** The code reader, for pages that may not know the device. */
export const startScan = (
  video: HTMLVideoElement,
  onCode: (text: string) => void,
): Promise<Scan | CameraFailure> => scanCamera(video, onCode)

export type { CameraFailure, Scan }
