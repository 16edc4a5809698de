/** A camera that reads codes, as whoever shows it needs it; opening it is the caller's. */
export interface OpenedCamera {
  stop(): void
  /** Null where there is no light to switch; answers whether it did. */
  readonly torch: ((on: boolean) => Promise<boolean>) | null
}

export type OpenCamera = (
  video: HTMLVideoElement,
  onCode: (text: string) => void,
) => Promise<OpenedCamera | 'refused' | 'no-camera' | 'no-reader'>
