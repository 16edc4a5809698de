import { saveFile } from '../device/save-file'

/** What another program reads, into the downloads of this device. */
export const saveDataFile = (name: string, said: unknown): void =>
  saveFile(`${name}.json`, new Blob([JSON.stringify(said, null, 2)], { type: 'application/json' }))
