import type { Workbook } from '../../domain/workbook'

/** A workbook as a file, made where nothing is drawn; null where there was no room for it. */
export const writeWorkbook = (workbook: Workbook): Promise<Blob | null> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./workbook.worker.ts', import.meta.url), { type: 'module' })
    const finish = (file: Blob | null) => {
      worker.terminate()
      resolve(file)
    }
    worker.addEventListener('message', (event: MessageEvent<Blob | null>) => finish(event.data))
    worker.addEventListener('messageerror', () => finish(null))
    worker.addEventListener('error', () => finish(null))
    worker.postMessage(workbook)
  })
