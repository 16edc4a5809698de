import { argon2id } from 'hash-wasm'
import type { PinJob } from './pin-job'

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** argon2id, as 64 hex digits. Takes about half a second on an old phone, so never where it is drawn. */
export const derivePin = ({ pin, salt, memory, passes }: PinJob): Promise<string> =>
  argon2id({
    ...{ password: pin, salt: bytesOf(salt), memorySize: memory, iterations: passes },
    ...{ parallelism: 1, hashLength: 32, outputType: 'hex' },
  })
