import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readPictureHead } from '../../src/device/photo/picture-head'

const bytes = (...parts: readonly (string | readonly number[])[]): ArrayBuffer =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : [...part])),
  ).buffer

const jpeg = (...segments: readonly (readonly number[])[]) => bytes([0xff, 0xd8], ...segments)
const FRAME = [0xff, 0xc2, 0, 17, 8, 0x2e, 0xe0, 0x3e, 0x80, 3]

it('[PH3] reads how large a JPEG is behind its EXIF, whatever its coding', () => {
  const exif = [0xff, 0xe1, 0, 6, 1, 2, 3, 4]
  expect(readPictureHead(jpeg(exif, FRAME))).toEqual({
    type: 'jpeg',
    size: { width: 16_000, height: 12_000 },
  })
  // Tables look like frames to a careless eye.
  expect(readPictureHead(jpeg([0xff, 0xc4, 0, 4, 9, 9], FRAME)).size?.width).toBe(16_000)
})

it('[PH3] reads how large PNG and WebP are', () => {
  const icon = readFileSync('public/icons/icon-512.png')
  expect(readPictureHead(new Uint8Array(icon).buffer)).toEqual({
    type: 'png',
    size: { width: 512, height: 512 },
  })
  const extended = [10, 0, 0, 0, 0, 0, 0, 0, 0x3f, 0x06, 0, 0xaf, 0x04, 0]
  expect(readPictureHead(bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', extended)).size).toEqual({
    width: 1_600,
    height: 1_200,
  })
  const lossless = [0, 0, 0, 0, 0x2f, 0x3f, 0xc6, 0x2b, 0x01, 0, 0, 0, 0, 0]
  expect(readPictureHead(bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', lossless)).size).toEqual({
    width: 1_600,
    height: 1_200,
  })
})

it('[PH3] knows HEIC by its brand, and claims nothing of what it does not know', () => {
  expect(readPictureHead(bytes([0, 0, 0, 24], 'ftypheic', [0])).type).toBe('heic')
  expect(readPictureHead(bytes([0, 0, 0, 24], 'ftypisom', [0])).type).toBe('unknown')
  expect(readPictureHead(bytes('no picture at all')).type).toBe('unknown')
  expect(readPictureHead(bytes([])).type).toBe('unknown')
})

it.each([2, 3, 9, 12, 13, 20])('[PH3] stays calm with a picture cut off at byte %i', (end) => {
  const exif = [0xff, 0xe1, 0, 22, ...Array.from({ length: 20 }, () => 0)]
  for (const whole of [jpeg(exif, FRAME), bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [0, 0, 0, 0])])
    expect(readPictureHead(whole.slice(0, end)).size).toBeNull()
})
