import type { NameId, StaffId } from '../../src/domain/id'
import type { AnyAct, AnyRecord } from '../../src/domain/kind-table'
import { mayAct } from '../../src/domain/permission'
import type { Applied } from '../../src/domain/record-kind'
import type { Role } from '../../src/domain/role'
import type { Scope } from '../../src/domain/scope'
import type { applyChange } from '../../src/protocol/apply-change'
import { anyKind } from '../../src/protocol/apply-change'
import { ERASED, type Mark, type Refusal } from '../../src/protocol/outcome'
import type { ScopePeriod } from '../store/stored'
import type { ReadableChange } from './incoming'
import type { WorkingSet } from './working-set'

/** How acts are applied; replaced only by the tests that prove the check is needed. */
export type ApplyAct = (
  record: AnyRecord | null,
  change: Parameters<typeof applyChange>[1],
  at: number,
  nameId: NameId,
) => Applied<AnyRecord>

export interface Rights {
  readonly staff: StaffId
  readonly roles: readonly Role[]
  readonly pastRoles: readonly Role[]
  /** Every scope this person holds or ever held. */
  readonly periods: readonly ScopePeriod[]
}

export type Verdict =
  | { readonly outcome: 'accepted'; readonly marks: readonly Mark[] }
  | { readonly outcome: 'noted'; readonly why: string; readonly marks: readonly Mark[] }
  | { readonly outcome: 'parked' }
  | { readonly outcome: 'refused'; readonly kind: Refusal }

const forbidden: Verdict = { outcome: 'refused', kind: 'forbidden' }

const everHeld = (rights: Rights, scope: Scope): boolean =>
  rights.periods.some((period) => period.scope === scope)

/** [SY9] Work in a scope its author ever held is accepted, and marked when it was held no longer. */
const scopeMarks = (rights: Rights, scope: Scope, at: number): readonly Mark[] | null => {
  const held = rights.periods.filter((period) => period.scope === scope)
  if (held.length === 0) return null
  const wasHeld = held.some((period) => period.takenAt === null || at <= period.takenAt)
  return wasHeld ? [] : ['after-revocation']
}

const changeOf = (incoming: ReadableChange) => ({
  id: incoming.id,
  by: incoming.by,
  kind: incoming.key.kind,
  record: incoming.key.id,
  act: incoming.act satisfies AnyAct,
})

/** What becomes of one change; its effect is left in the working set. */
export const judge = (
  incoming: ReadableChange,
  rights: Rights,
  set: WorkingSet,
  apply: ApplyAct,
  nameId: NameId,
): Verdict => {
  const { kind } = incoming.key
  const { act } = incoming.act
  if (!mayAct([...rights.roles, ...rights.pastRoles], kind, act)) return forbidden
  const { body } = set.get(incoming.key)
  // [SY26] Nothing brings it back, and what is said of it is not kept.
  if (body === null && set.isErased(incoming.key))
    return { outcome: 'noted', why: ERASED, marks: incoming.marks }
  if (body === null && !incoming.creates) return { outcome: 'parked' }
  const { scopeOf } = anyKind(kind)
  // Asked before the act is tried, so that no answer tells how a record stands that was never theirs.
  if (body !== null && !everHeld(rights, scopeOf(body))) return forbidden
  const result = apply(body, changeOf(incoming), incoming.effectiveAt, nameId)
  if (result.outcome === 'refused') return { outcome: 'refused', kind: 'malformed' }
  const scope = scopeOf(body ?? result.record)
  const marks = scopeMarks(rights, scope, incoming.effectiveAt)
  if (marks === null) return forbidden
  // Where the scope is held still, today's roles decide; where it was taken away, those held then.
  const isHeld = rights.periods.some((each) => each.scope === scope && each.takenAt === null)
  if (isHeld && !mayAct(rights.roles, kind, act)) return forbidden
  set.set(incoming.key, result.record)
  const all = [...new Set([...incoming.marks, ...marks])]
  return result.outcome === 'applied'
    ? { outcome: 'accepted', marks: all }
    : { outcome: 'noted', why: result.why, marks: all }
}
