import type { PhoneDatabase } from './phone-database'

/** What was set aside of the same row before stays as well. */
export const freeDamagedKey = async (
  { damaged }: PhoneDatabase,
  table: string,
  key: string | number,
): Promise<string> => {
  const first = `${table}/${key}`
  let free = first
  for (let n = 2; (await damaged.get(free)) !== undefined; n += 1) free = `${first}#${n}`
  return free
}
