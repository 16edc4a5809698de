/** SHA-256 as 64 hex digits. */
export const hashBlob = async (blob: Blob): Promise<string> => {
  const bytes = await blob.arrayBuffer()
  // Plain HTTP on another machine has no WebCrypto: hashing must work there too.
  if (!('subtle' in crypto)) {
    const { sha256 } = await import('hash-wasm')
    return sha256(new Uint8Array(bytes))
  }
  const hash = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
