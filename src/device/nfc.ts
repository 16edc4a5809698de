/** Web NFC, which TypeScript's DOM does not know yet: Chrome on Android has it, nothing else. */
interface NdefRecord {
  readonly recordType: string
  readonly encoding?: string
  readonly data?: DataView
}

interface NdefReader extends EventTarget {
  scan(options: { signal: AbortSignal }): Promise<void>
}

type NdefReaderMaker = new () => NdefReader

const maker = (): NdefReaderMaker | undefined =>
  (globalThis as { NDEFReader?: NdefReaderMaker }).NDEFReader

export const hasNfc = (): boolean => maker() !== undefined

export type NfcFailure = 'refused' | 'unavailable'

const textOf = ({ recordType, data, encoding }: NdefRecord): string | null =>
  data && (recordType === 'url' || recordType === 'text')
    ? new TextDecoder(encoding ?? 'utf-8').decode(data)
    : null

/** Tells the text of every chip held to the phone until the signal ends it. Null: it listens. */
export const readNfc = async (
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<NfcFailure | null> => {
  const Reader = maker()
  if (!Reader) return 'unavailable'
  const reader = new Reader()
  reader.addEventListener('reading', (event) => {
    const { records } = (event as Event & { message: { records: readonly NdefRecord[] } }).message
    const [text] = records.map(textOf).filter((each) => each !== null)
    // A chip with nothing of ours on it is told as an empty word: no label.
    onText(text ?? '')
  })
  try {
    await reader.scan({ signal })
    return null
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError'
      ? 'refused'
      : 'unavailable'
  }
}
