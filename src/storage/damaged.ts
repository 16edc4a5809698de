import type { DamagedItem } from './damaged-item'
import type { PhoneDatabase } from './phone-database'

/** [ST12] What was set aside, the oldest first. */
export const damagedItems = (database: PhoneDatabase): Promise<readonly DamagedItem[]> =>
  database.damaged.toArray().then((items) => items.sort((one, other) => one.at - other.at))

export const dropDamaged = async (
  database: PhoneDatabase,
  keys: readonly string[],
): Promise<void> => {
  await database.damaged.bulkDelete([...keys])
}

/** JSON has no bytes: they travel as base64. */
const asText = async (value: unknown): Promise<unknown> => {
  if (value instanceof Blob) {
    const bytes = new Uint8Array(await value.arrayBuffer().catch(() => new ArrayBuffer(0)))
    let binary = ''
    for (const byte of bytes) binary += String.fromCharCode(byte)
    return { type: value.type, base64: btoa(binary) }
  }
  if (Array.isArray(value)) return Promise.all(value.map(asText))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(
    async ([key, each]) => [key, await asText(each)] as const,
  )
  return Object.fromEntries(await Promise.all(fields))
}

/** All of it as text, for whoever may make something of it. */
export const damagedAsText = async (items: readonly DamagedItem[]): Promise<string> =>
  JSON.stringify(await asText(items), null, 2)
