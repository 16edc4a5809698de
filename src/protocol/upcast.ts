import { SCHEMA } from './version'

/** Turns an act of the schema before into this one. Append-only; old changes are read for ever. */
type Upcast = (kind: string, act: object) => object

/** The step at index 0 leads from schema 1 to 2. Schema 1 is the first, so there is none yet. */
const STEPS: readonly Upcast[] = []

export const upcastAct = (kind: string, schema: number, act: object): object =>
  STEPS.slice(schema - 1, SCHEMA - 1).reduce((older, step) => step(kind, older), act)
