import type { ChangeId, DeviceId, StaffId } from '../../src/domain/id'

/** Exported work: changes as their device had them, each with the device it came from. */
export interface ExportedChange {
  readonly id: ChangeId
  readonly seq: number
  readonly device: DeviceId
  readonly by: StaffId
}
