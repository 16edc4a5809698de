import type { Workbook } from '../../domain/workbook'

/** A workbook as a file, made where nothing is drawn; null where none came of it, or it was given up. */
export const writeWorkbook = (workbook: Workbook, signal: AbortSignal): Promise<Blob | null> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./workbook.worker.ts', import.meta.url), { type: 'module' })
    const finish = (file: Blob | null) => {
      worker.terminate()
      resolve(file)
    }
    signal.addEventListener('abort', () => finish(null), { once: true })
    worker.addEventListener('message', (event: MessageEvent<Blob | null>) => finish(event.data))
    worker.addEventListener('messageerror', () => finish(null))
    worker.addEventListener('error', () => finish(null))
    worker.postMessage(workbook)
  })
