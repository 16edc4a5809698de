import { afterEach, describe, expect, it, vi } from 'vitest'
import { hasNfc, readNfc } from '../../src/device/nfc'

const bytes = (text: string) => new DataView(new TextEncoder().encode(text).buffer)
const record = (recordType: string, text: string) => ({ recordType, data: bytes(text) })

/** A phone that has the chip reader; chips are held to it by hand. */
const phoneWith = (refusal: DOMException | null = null) => {
  const readers: EventTarget[] = []
  const signals: AbortSignal[] = []
  class Reader extends EventTarget {
    constructor() {
      super()
      readers.push(this)
    }
    scan({ signal }: { signal: AbortSignal }): Promise<void> {
      signals.push(signal)
      return refusal ? Promise.reject(refusal) : Promise.resolve()
    }
  }
  vi.stubGlobal('NDEFReader', Reader)
  const touch = (...records: object[]) =>
    readers.at(-1)?.dispatchEvent(Object.assign(new Event('reading'), { message: { records } }))
  return { touch, signals }
}
afterEach(() => vi.unstubAllGlobals())

describe('[CI4] the chip of a label', () => {
  it('is read as the address or the words on it, for as long as somebody listens', async () => {
    const { touch, signals } = phoneWith()
    const over = new AbortController()
    const texts: string[] = []
    expect(hasNfc()).toBe(true)
    expect(await readNfc((text) => texts.push(text), over.signal)).toBeNull()
    expect(signals).toEqual([over.signal])
    touch(record('url', 'https://mengya.test/c/PumpPumpPumpPump'))
    touch(record('mime', 'x'), record('text', 'PumpPumpPumpPump'))
    expect(texts).toEqual(['https://mengya.test/c/PumpPumpPumpPump', 'PumpPumpPumpPump'])
  })

  it('reads words in the encoding they are in', async () => {
    const { touch } = phoneWith()
    const texts: string[] = []
    await readNfc((text) => texts.push(text), new AbortController().signal)
    const data = new DataView(Uint8Array.from([0x6c, 0xf5, 0x62, 0x3f]).buffer)
    touch({ recordType: 'text', encoding: 'utf-16be', data })
    expect(texts).toEqual(['泵房'])
  })

  it('with nothing of ours on it is told as an empty word, which is no label', async () => {
    const { touch } = phoneWith()
    const texts: string[] = []
    await readNfc((text) => texts.push(text), new AbortController().signal)
    touch()
    touch({ recordType: 'url' }, record('mime', 'a ticket'))
    expect(texts).toEqual(['', ''])
  })

  it('is refused, switched off or not there: told apart, and nothing is read', async () => {
    const read = (refusal: DOMException) => {
      phoneWith(refusal)
      return readNfc(() => undefined, new AbortController().signal)
    }
    expect(await read(new DOMException('no', 'NotAllowedError'))).toBe('refused')
    expect(await read(new DOMException('off', 'NotReadableError'))).toBe('unavailable')
    vi.unstubAllGlobals()
    expect(hasNfc()).toBe(false)
    expect(await readNfc(() => undefined, new AbortController().signal)).toBe('unavailable')
  })
})
