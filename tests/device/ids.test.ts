import { describe, expect, it } from 'vitest'
import { nameId, newId } from '../../src/device/ids'

describe('ids made by devices', () => {
  it('are UUIDs of version 7, never the same', () => {
    const ids = Array.from({ length: 100 }, newId)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/)
    expect(new Set(ids).size).toBe(100)
  })

  it('are by name UUIDs of version 5, the same for everyone', () => {
    // RFC 9562, A.4: "www.example.com" in the namespace of DNS.
    const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'
    expect(nameId(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
  })
})
