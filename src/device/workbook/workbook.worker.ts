import { workbookBytes } from './workbook-bytes'
import type { Workbook } from '../../domain/workbook'

self.addEventListener('message', (event: MessageEvent<Workbook>) => {
  workbookBytes(event.data).then(
    (file) => self.postMessage(file),
    // No room for it: whoever asked says so.
    () => self.postMessage(null),
  )
})
