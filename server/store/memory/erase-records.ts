import type { Batch } from '../batch'
import { keyOf } from '../store'
import type { GoneMark } from '../stored'
import type { CompanyState } from './company-state'

/** [SY26] Takes records out of everything that holds their content, and tells every scope they were in. */
export const eraseRecords = (state: CompanyState, { erased, at }: Batch): CompanyState => {
  if (erased.length === 0) return state
  const names = new Set(erased.map(keyOf))
  const isErased = (key: Parameters<typeof keyOf>[0] | null) =>
    key !== null && names.has(keyOf(key))
  const marks = erased.flatMap((key): GoneMark[] => {
    const name = keyOf(key)
    const scopes = new Set(state.gone.filter((mark) => keyOf(mark) === name).map((m) => m.scope))
    const held = state.records.get(name)
    if (held) scopes.add(held.scope)
    return [...scopes].map((scope) => ({
      ...{ kind: key.kind, id: key.id, scope },
      ...{ revision: state.version, why: 'erased', at },
    }))
  })
  return {
    ...state,
    records: new Map([...state.records].filter(([name]) => !names.has(name))),
    gone: [...state.gone, ...marks],
    log: new Map(
      [...state.log].map(([id, change]) => [
        id,
        isErased(change.key) ? { ...change, act: null } : change,
      ]),
    ),
    parked: new Map([...state.parked].filter(([, { key }]) => !isErased(key))),
    photoNames: state.photoNames.filter((name) => !isErased(name)),
  }
}
