import { describe, expect, it } from 'vitest'
import { begunPath } from '../../../src/features/today/begun-path'

describe('[TD1] the way back to what was begun', () => {
  it.each([
    ['repair/new', '/repair-notes/new'],
    ['repair/t', '/repair-notes/new?ticket=t'],
    ['repair/t/n', '/repair-notes/n/edit'],
    ['visit/r/s', '/patrol/rounds/r/stops/s'],
    ['intake/i', '/tickets/new/i'],
    ['ticket/t/resolve', '/tickets/t'],
    ['promise/p/keep', '/promises/p'],
    ['taking/h', '/handovers/h'],
    ['clocks/c', '/clocks'],
    ['owner/h/new', '/homes/units/h/people/new'],
    ['owner/h//f/note/', '/homes/units/h'],
    ['bulk/assign', null],
  ])('of %s is %s', (draft, path) => expect(begunPath(draft)).toBe(path))
})
