import type { CompanyId } from '../../../src/domain/id'
import type { LoggedChange } from '../stored'

/** A logged change as its table has it; `place` is its order inside the version. */
export const logRow = (
  company: CompanyId,
  version: number,
  change: LoggedChange,
  place: number,
) => ({
  company,
  version,
  id: change.id,
  device: change.device,
  seq: change.seq,
  author: change.by,
  kind: change.key?.kind ?? null,
  record: change.key?.id ?? null,
  act: change.act,
  at: change.at,
  clock_offset: change.clockOffset,
  received_at: change.receivedAt,
  imported_by: change.importedBy,
  outcome: change.outcome,
  place,
  schema: change.schema,
  group_id: change.group,
  import_id: change.importId,
})
