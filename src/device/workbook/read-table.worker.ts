import { readTable } from './read-table'

self.addEventListener('message', (event: MessageEvent<Uint8Array>) => {
  void readTable(event.data).then((read) => self.postMessage(read))
})
