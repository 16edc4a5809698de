import type { SchemaStep } from './schema-step'

/** Schema 3: from the first word to the owner's thanks. What a ticket says now and did not before. */
export const SCHEMA_3: SchemaStep = {
  act: (_kind, act) => act,
  record: (_kind, record) => record,
}
