import type { PinJob } from './pin-job'

/** What is kept of an unlock code; null where the phone had no room to work it out. */
export type HashPin = (job: PinJob) => Promise<string | null>

export const hashPin: HashPin = (job) =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./pin.worker.ts', import.meta.url), { type: 'module' })
    const finish = (hash: string | null) => {
      worker.terminate()
      resolve(hash)
    }
    worker.addEventListener('message', (event: MessageEvent<string | null>) => finish(event.data))
    worker.addEventListener('error', () => finish(null))
    worker.postMessage(job)
  })

export const newSalt = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
