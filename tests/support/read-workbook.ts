import { inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DEFLATED = 8

/** The files of a zip, by name, as text. */
const unzip = (bytes: Buffer): ReadonlyMap<string, string> => {
  let end = bytes.length - 22
  while (end > 0 && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1
  const files = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = bytes.readUInt32LE(at + 20)
    const [named, extra, comment] = [28, 30, 32].map((each) => bytes.readUInt16LE(at + each))
    const name = bytes.toString('utf8', at + 46, at + 46 + (named ?? 0))
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(from, from + size)
    const isPacked = bytes.readUInt16LE(at + 10) === DEFLATED
    files.set(name, (isPacked ? inflateRawSync(packed) : packed).toString('utf8'))
    at += 46 + (named ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return files
}

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

export interface ReadCell {
  readonly value: string | number
  /** How a spreadsheet is told to show it: `@` is text. */
  readonly format: string
}

export interface ReadPage {
  readonly name: string
  readonly rows: readonly (readonly (ReadCell | null)[])[]
  /** The sheet as it was written, for what it must not hold. */
  readonly xml: string
}

const columnOf = (name: string): number =>
  Array.from(name).reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** What an .xlsx file says to whoever opens it. */
export const readWorkbook = (bytes: Uint8Array): readonly ReadPage[] => {
  const files = unzip(Buffer.from(bytes))
  const file = (name: string) => files.get(name) ?? ''
  const strings = [...file('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(
    ([, item = '']) =>
      plain([...item.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, text = '']) => text).join('')),
  )
  const styles = file('xl/styles.xml')
  const formats = new Map(
    [...styles.matchAll(/<numFmt [^>]*>/g)].map(([tag]) => [
      /numFmtId="(\d+)"/.exec(tag)?.[1] ?? '',
      plain(/formatCode="([^"]*)"/.exec(tag)?.[1] ?? ''),
    ]),
  )
  const looks = [
    ...(/<cellXfs[\s\S]*<\/cellXfs>/.exec(styles)?.[0].matchAll(/<xf [^>]*>/g) ?? []),
  ].map(([tag]) => formats.get(/numFmtId="(\d+)"/.exec(tag)?.[1] ?? '') ?? '')
  const names = [...file('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)]
  return names.map(([, name = ''], index) => {
    const xml = file(`xl/worksheets/sheet${index + 1}.xml`)
    const rows = [...xml.matchAll(/<row [^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(([, row = '']) => {
      const cells: (ReadCell | null)[] = []
      for (const [, tag = '', held = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
        const at = columnOf(/r="([A-Z]+)/.exec(tag)?.[1] ?? 'A')
        const value = /<v>([\s\S]*?)<\/v>/.exec(held)?.[1]
        while (cells.length < at) cells.push(null)
        const format = looks[Number(/s="(\d+)"/.exec(tag)?.[1] ?? -1)] ?? ''
        const isText = /t="s"/.test(tag)
        cells.push(
          value === undefined
            ? null
            : { value: isText ? (strings[Number(value)] ?? '') : Number(value), format },
        )
      }
      return cells
    })
    return { name: plain(name), rows, xml }
  })
}

const EPOCH = Date.UTC(1899, 11, 30)
const DAY = 24 * 60 * 60 * 1000

/** `2026-11-24 21:49`, of a spreadsheet's date. */
export const shownDate = (serial: number): string =>
  new Date(EPOCH + Math.round((serial * DAY) / 1000) * 1000)
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ')
