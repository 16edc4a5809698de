import type { OwnerFile } from '../domain/owner/owner-file'
import type { PlaceId } from '../domain/place'
import { homesScope } from '../domain/scope'
import type { PhoneDatabase } from './phone-database'

const recordsOf = (rows: readonly { readonly record: OwnerFile }[]) =>
  rows.flatMap(({ record }) => (record.withdrawn ? [] : record))

/** Whoever is or was tied to a home. */
export const filesOfHome = async (
  { ownerFiles }: PhoneDatabase,
  home: PlaceId,
): Promise<readonly OwnerFile[]> =>
  recordsOf(await ownerFiles.where('homes').equals(home).toArray())

export const filesOfBuilding = async (
  { ownerFiles }: PhoneDatabase,
  building: PlaceId,
): Promise<readonly OwnerFile[]> =>
  recordsOf(await ownerFiles.where('scope').equals(homesScope(building)).toArray())

export const allFiles = async ({ ownerFiles }: PhoneDatabase): Promise<readonly OwnerFile[]> =>
  recordsOf(await ownerFiles.toArray())
