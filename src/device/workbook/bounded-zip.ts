import { unzipSync, zipSync } from 'fflate'
import { IMPORT_LIMITS, type MergedCells, type Unreadable } from '../../domain/import/table'
import { failed, ok, type Result } from '../../domain/result'

/** A workbook with nothing in it but what is read, and what its sheets say of themselves. */
export interface BoundedWorkbook {
  readonly bytes: ArrayBuffer
  /** Of each sheet, by its name. */
  readonly merges: ReadonlyMap<string, readonly MergedCells[]>
  readonly hasFormulas: boolean
}

const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w-]+\.xml)$/i
const SHEET = /^xl\/worksheets\//i
const MOST_MERGES = 20_000

const columnAt = (letters: string): number =>
  Array.from(letters).reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** [IM2] How far a sheet reaches, before a single cell of it is read. */
const isWithin = (xml: string): boolean => {
  const { rows, columns, cells } = IMPORT_LIMITS
  let counted = 0
  let lines = 0
  for (const [, tag, held = ''] of xml.matchAll(/<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>/g)) {
    const [, letters = '', row = ''] = /\sr="([A-Z]*)(\d+)"/.exec(held) ?? []
    if (tag === 'row') lines += 1
    else counted += 1
    if (Number(row) > rows || columnAt(letters) >= columns) return false
    if (counted > cells || lines > rows) return false
  }
  return true
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

/** Which part a sheet is in stands in a list of its own. */
const sheetNames = (workbook: string, relations: string): ReadonlyMap<string, string> => {
  const parts = new Map(
    [...relations.matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  )
  return new Map(
    [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => [
      parts.get(attribute(tag, 'r:id')) ?? '',
      attribute(tag, 'name'),
    ]),
  )
}

const mergesOf = (xml: string): readonly MergedCells[] =>
  [...xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)]
    .slice(0, MOST_MERGES)
    .map(([, left = '', top = '', right = '', bottom = '']) => ({
      ...{ top: Number(top) - 1, left: columnAt(left) },
      ...{ bottom: Number(bottom) - 1, right: columnAt(right) },
    }))

/** Empty cells at the end of a sheet that was only coloured do not count against it. */
const withoutBlanks = (xml: string): string =>
  xml
    .replace(/<((?:\w+:)?)c(?=[\s/>])[^>]*?(?:\/>|><\/\1c>)/g, '')
    .replace(/<((?:\w+:)?)row(?=[\s/>])[^>]*?(?:\/>|>\s*<\/\1row>)/g, '')

/**
 * [IM2] Opens what is read of it and nothing else. What it unpacks to is known before it is unpacked, and
 * never more is written than that; it is packed again without compressing, so that what reads it begins
 * no workers of its own.
 */
export const boundedWorkbook = (file: Uint8Array): Result<BoundedWorkbook, Unreadable> => {
  let unpacked = 0
  let parts = 0
  const names: string[] = []
  unzipSync(file, {
    filter: ({ name, originalSize }) => {
      parts += 1
      names.push(name)
      if (READ.test(name)) unpacked += originalSize
      return false
    },
  })
  if (names.some((name) => /vbaProject/i.test(name))) return failed('macros')
  if (!names.includes('xl/workbook.xml')) return failed('not-a-table')
  if (parts > IMPORT_LIMITS.parts || unpacked > IMPORT_LIMITS.unpackedBytes)
    return failed('too-large')
  const held = unzipSync(file, { filter: ({ name }) => READ.test(name) })
  const merges = new Map<string, readonly MergedCells[]>()
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  const textOf = (name: string) => decoder.decode(held[name])
  const nameOf = sheetNames(textOf('xl/workbook.xml'), textOf('xl/_rels/workbook.xml.rels'))
  let hasFormulas = false
  for (const [name, bytes] of Object.entries(held)) {
    if (!SHEET.test(name)) continue
    const xml = withoutBlanks(decoder.decode(bytes))
    if (!isWithin(xml)) return failed('too-many')
    hasFormulas ||= /<(?:\w+:)?f(?=[\s/>])/.test(xml)
    merges.set(nameOf.get(name) ?? '', mergesOf(xml))
    held[name] = encoder.encode(xml)
  }
  const bytes = zipSync(held, { level: 0 })
  return ok({ bytes: bytes.slice().buffer, merges, hasFormulas })
}
