import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../src/device/workbook/read-table'
import { workbookBytes } from '../../src/device/workbook/workbook-bytes'
import type { CalendarDay } from '../../src/domain/calendar-day'
import { IMPORT_LIMITS } from '../../src/domain/import/table'

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
const BOOK =
  '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="房屋" sheetId="1" r:id="rId7"/></sheets></workbook>'
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet4.xml"/></Relationships>'
const sheet = (inner: string, after = '') =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${inner}</sheetData>${after}</worksheet>`
const text = (at: string, said: string) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`

const packed = (xml: string, more: Readonly<Record<string, Uint8Array>> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    'xl/workbook.xml': strToU8(BOOK),
    'xl/_rels/workbook.xml.rels': strToU8(RELATIONS),
    'xl/worksheets/sheet4.xml': strToU8(xml),
    ...more,
  })
const why = async (file: Uint8Array) => {
  const read = await readTable(file)
  return read.ok ? 'read' : read.error
}
const rowsOf = async (file: Uint8Array) => {
  const read = await readTable(file)
  if (!read.ok) throw new Error(read.error)
  return read.value.tables[0]?.rows
}

describe('a file that is read', () => {
  it('[IM3] gives back what a workbook says, days as days and numbers without noise', async () => {
    const blob = await workbookBytes({
      zone: 'Asia/Shanghai',
      pages: [
        {
          name: '房屋',
          columns: [{ title: '房号', width: 10 }],
          rows: [['=1+1', 89.3, { on: '2026-11-24' as CalendarDay }, 13800001111]],
        },
      ],
    })
    expect(await rowsOf(new Uint8Array(await blob.arrayBuffer()))).toEqual([
      ['房号', '', '', ''],
      ['=1+1', '89.3', { on: '2026-11-24' }, '13800001111'],
    ])
  })

  it('[IM4] says which cells are drawn as one, whatever part the sheet is in', async () => {
    const rows = `<row r="1">${text('A1', '3栋')}</row><row r="2">${text('B2', '501')}</row>`
    const read = await readTable(
      packed(sheet(rows, '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>')),
    )
    expect(read.ok && read.value.tables[0]).toEqual({
      name: '房屋',
      rows: [
        ['3栋', ''],
        ['', '501'],
      ],
      merges: [{ top: 0, left: 0, bottom: 1, right: 0 }],
    })
  })

  it('[IM3] takes of a formula what it showed last, and says that there is one', async () => {
    const read = await readTable(packed(sheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')))
    expect(read.ok && [read.value.hasFormulas, read.value.tables[0]?.rows]).toEqual([true, [['2']]])
  })

  it.each([
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, ...strToU8('房号,姓名\n501,张三\n')]],
    ['UTF-8 without', [...strToU8('房号;姓名\n501;张三\n')]],
    [
      'GB18030',
      [
        0xb7,
        0xbf,
        0xba,
        0xc5,
        9,
        0xd0,
        0xd5,
        0xc3,
        0xfb,
        10,
        ...strToU8('501\t'),
        0xd5,
        0xc5,
        0xc8,
        0xfd,
        10,
      ],
    ],
    ['quotes', [...strToU8('"房号","姓名"\r\n"501","张三"\r\n')]],
  ])('[IM3] reads a table in text: %s', async (_what, bytes) => {
    expect((await rowsOf(new Uint8Array(bytes)))?.slice(0, 2)).toEqual([
      ['房号', '姓名'],
      ['501', '张三'],
    ])
  })
})

describe('a file that is not read', () => {
  const row = (at: number) => `<row r="${String(at)}">${text(`A${String(at)}`, 'x')}</row>`
  const many = Array.from({ length: IMPORT_LIMITS.rows + 1 }, (_, at) => row(at + 1)).join('')
  /** It says of itself that it unpacks to more than is read. */
  const bomb = () => {
    const file = packed(sheet(row(1)))
    const view = new DataView(file.buffer, file.byteOffset)
    for (let at = 0; at < file.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x0201_4b50)
        view.setUint32(at + 24, IMPORT_LIMITS.unpackedBytes, true)
    return file
  }
  it.each<readonly [string, string, () => Uint8Array]>([
    ['nothing', 'empty', () => new Uint8Array()],
    ['spaces', 'empty', () => strToU8(' \n , \n')],
    [
      'an old workbook, or one with a password',
      'old-workbook',
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
    ],
    ['macros', 'macros', () => packed(sheet(row(1)), { 'xl/vbaProject.bin': new Uint8Array(9) })],
    ['a letter', 'not-a-table', () => zipSync({ 'word/document.xml': strToU8('<w/>') })],
    ['a program under another name', 'not-a-table', () => new Uint8Array([0x4d, 0x5a, 0x90, 0])],
    ['a picture', 'letters', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff])],
    ['a zip that unpacks to too much', 'too-large', bomb],
    [
      'more parts than any workbook has',
      'too-large',
      () =>
        packed(
          sheet(row(1)),
          Object.fromEntries(
            Array.from({ length: 2_001 }, (_, at) => [`x/${String(at)}`, new Uint8Array()]),
          ),
        ),
    ],
    ['too many rows', 'too-many', () => packed(sheet(many))],
    ['one cell a million rows down', 'too-many', () => packed(sheet(row(1_048_576)))],
    [
      'one cell at the last column',
      'too-many',
      () => packed(sheet(`<row r="1">${text('XFD1', 'x')}</row>`)),
    ],
    ['too many lines of text', 'too-many', () => strToU8('a,b\n'.repeat(IMPORT_LIMITS.rows + 1))],
    ['a zip cut short', 'broken', () => packed(sheet(row(1))).slice(0, 200)],
    ['broken XML', 'broken', () => packed('<worksheet><sheetData><row r="1"><c r="A1"')],
    ['a quote nobody closes', 'broken', () => strToU8('a,"b\nc,d\n')],
  ])('[IM2] %s: one sentence', async (_what, reason, file) => {
    expect(await why(file())).toBe(reason)
  })

  it('[IM2] no bytes whatever make it stumble', async () => {
    const whole = packed(sheet(row(1)))
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc
            .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 9 })
            .map((spoilt) => {
              const bytes = whole.slice()
              for (const [at, byte] of spoilt) bytes[at] = byte
              return bytes
            }),
        ),
        async (file) => {
          expect(await why(file)).toEqual(expect.any(String))
        },
      ),
    )
  })
})
