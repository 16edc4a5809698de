import { findQuietly, type FoundPosition } from '../device/position'
import type { CheckIn } from '../domain/checkpoint-visit'
import { fixOf } from '../domain/position'
import { changeDraft } from '../storage/draft'
import { visitDraftKey, type VisitDraft } from './checkpoint-draft'
import { usePhone } from './phone'
import type { ScanTarget } from './scan-target'

type Stop = Extract<ScanTarget, { kind: 'stop' }>

/** [TD13] A label read from the app's mark is the check-in at its stop: nobody scans it twice. */
export const useScanCheckIn = () => {
  const { database, now } = usePhone()
  let found: FoundPosition | null = null
  void findQuietly().then((position) => (found = position))

  return async ({ round, checkpoint }: Stop): Promise<void> => {
    const at = now()
    const evidence = found ? { position: fixOf(found, checkpoint.position) } : {}
    const checkIn: CheckIn = { by: 'qr', at, ...evidence }
    const checkedIn = (kept: unknown): VisitDraft => {
      const held = kept as VisitDraft | undefined
      return held?.checkIn ? held : { answers: [], ...held, checkIn }
    }
    try {
      await changeDraft(database, visitDraftKey(round, checkpoint.id), checkedIn, at)
    } catch {
      // A full phone is no reason to stay here: the stop says so, and may be scanned once more.
    }
  }
}
