import { derivePin } from './derive-pin'
import type { PinJob } from './pin-job'

self.addEventListener('message', (event: MessageEvent<PinJob>) => {
  derivePin(event.data).then(
    (hash) => self.postMessage(hash),
    // A phone short of memory: whoever asked says so.
    () => self.postMessage(null),
  )
})
