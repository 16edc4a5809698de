import { SCHEMA_2 } from './schema-2'
import { SCHEMA_3 } from './schema-3'
import type { SchemaStep } from './schema-step'
import { SCHEMA } from './version'

/** The step at index 0 leads from schema 1 to 2, and so on. Only ever added to; what is old is read for ever. */
const STEPS: readonly SchemaStep[] = [SCHEMA_2, SCHEMA_3]

const stepsFrom = (schema: number) => STEPS.slice(schema - 1, SCHEMA - 1)

/** [SY70] An act as it was written, as the act of today. */
export const upcastAct = <Act extends object>(kind: string, schema: number, act: Act): Act =>
  stepsFrom(schema).reduce<object>((older, step) => step.act(kind, older), act) as Act

/**
 * [SY70] A record as it was stored, as the record of today. The newest step is taken by those of today's
 * schema too: until the next is begun it grows, and a server that is renewed meanwhile has both.
 */
export const upcastRecord = <Thing extends object>(
  kind: string,
  schema: number,
  record: Thing,
): Thing =>
  stepsFrom(Math.min(schema, SCHEMA - 1)).reduce<object>(
    (older, step) => step.record(kind, older),
    record,
  ) as Thing
