import type { CodeWanted } from '../device/scanner/code-reader'
import { scanCamera, type Scan, type ScanFailure } from '../device/scanner/scan-camera'

/** The code reader, for pages that may not know the device. */
export const startScan = (
  video: HTMLVideoElement,
  onCode: (text: string) => void,
  wanted: CodeWanted,
): Promise<Scan | ScanFailure> => scanCamera(video, onCode, wanted)

export type { Scan, ScanFailure }
