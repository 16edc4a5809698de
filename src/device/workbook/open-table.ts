import { IMPORT_LIMITS } from '../../domain/import/table'
import { failed } from '../../domain/result'
import { after } from '../after'
import type { TableRead } from './read-table'

/** [IM2] Reads a file where nothing is drawn, and for so long only. */
export const openTable = async (file: Blob): Promise<TableRead> => {
  if (file.size > IMPORT_LIMITS.fileBytes) return failed('too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./read-table.worker.ts', import.meta.url), {
      type: 'module',
    })
    const finish = (read: TableRead) => {
      callOff()
      worker.terminate()
      resolve(read)
    }
    const callOff = after(IMPORT_LIMITS.milliseconds, () => finish(failed('too-slow')))
    worker.addEventListener('message', (event: MessageEvent<TableRead>) => finish(event.data))
    worker.addEventListener('messageerror', () => finish(failed('broken')))
    worker.addEventListener('error', () => finish(failed('broken')))
    worker.postMessage(bytes, [bytes.buffer])
  })
}
