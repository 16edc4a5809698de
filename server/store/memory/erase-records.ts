import type { Batch } from '../batch'
import { keyOf } from '../store'
import type { Erasure, ErasureTrace, GoneMark, RecordKey } from '../stored'
import type { CompanyState } from './company-state'

/** The scopes a record was ever a row of, and the photos no other record names. */
export const traceIn = (state: CompanyState, key: RecordKey): ErasureTrace => {
  const name = keyOf(key)
  const scopes = new Set(state.gone.filter((mark) => keyOf(mark) === name).map((m) => m.scope))
  const held = state.records.get(name)
  if (held) scopes.add(held.scope)
  const isOwn = (each: RecordKey) => keyOf(each) === name
  const elsewhere = new Set(
    state.photoNames.filter((each) => !isOwn(each)).map(({ sha256 }) => sha256),
  )
  const own = state.photoNames.filter(isOwn).map(({ sha256 }) => sha256)
  return { scopes: [...scopes], photos: own.filter((sha256) => !elsewhere.has(sha256)) }
}

const marksOf = (state: CompanyState, { kind, id, scopes, at }: Erasure & ErasureTrace) =>
  [...new Set([...scopes, ...traceIn(state, { kind, id }).scopes])].map((scope): GoneMark => ({
    kind,
    id,
    scope,
    revision: state.version,
    why: 'erased',
    at,
  }))

/** [SY26] Takes records out of everything that holds their content, and tells every scope they were in. */
export const eraseRecords = (state: CompanyState, { erased }: Batch): CompanyState => {
  if (erased.length === 0) return state
  const names = new Set(erased.map(keyOf))
  const isErased = (key: RecordKey | null) => key !== null && names.has(keyOf(key))
  const photoNames = state.photoNames.filter((name) => !isErased(name))
  const named = new Set(photoNames.map(({ sha256 }) => sha256))
  const dropped = new Set(erased.flatMap(({ photos }) => photos).filter((each) => !named.has(each)))
  return {
    ...state,
    photoNames,
    vouchers: state.vouchers.filter((voucher) => !isErased(voucher)),
    records: new Map([...state.records].filter(([name]) => !names.has(name))),
    gone: [...state.gone, ...erased.flatMap((each) => marksOf(state, each))],
    log: new Map(
      [...state.log].map(([id, change]) => [
        id,
        isErased(change.key) ? { ...change, act: null } : change,
      ]),
    ),
    parked: new Map([...state.parked].filter(([, { key }]) => !isErased(key))),
    photos: new Map([...state.photos].filter(([sha256]) => !dropped.has(sha256))),
    erasures: new Map([
      ...state.erasures,
      ...erased.map(({ kind, id, at, by, reason }): [string, Erasure] => [
        keyOf({ kind, id }),
        { kind, id, at, by, reason },
      ]),
    ]),
  }
}
