import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { instantSchema } from '../../src/domain/instant'
import { KIND_NAMES, type KindName } from '../../src/domain/kind-table'
import { anyKind } from '../../src/protocol/apply-change'
import { auditAnswerSchema } from '../../src/protocol/audit'
import { changeSchema } from '../../src/protocol/change'
import { historyAnswerSchema } from '../../src/protocol/history-answer'
import { nextPasswordSchema, sessionSchema, signInSchema } from '../../src/protocol/session'
import { handOnSchema, openWorkSchema } from '../../src/protocol/open-work'
import { standInDutySchema } from '../../src/protocol/stand-in-duty'
import { syncAnswerSchema } from '../../src/protocol/sync-answer'
import { syncRequestSchema } from '../../src/protocol/sync-request'
import { wireErrorSchema } from '../../src/protocol/wire-error'
import * as account from '../account/account-schema'
import { devicesSchema, presenceSchema } from '../account/device-schema'
import { erasuresAnswerSchema, erasureSchema, newErasureSchema } from '../erasure/erasure-schema'
import { importAnswerSchema, importRequestSchema } from '../routes/sync'
import { KIND_EXAMPLES, recordAfter } from './example/kind-examples'
import { WIRE_EXAMPLES } from './example/wire-examples'

/** A schema that checks requests, and a value it accepts. */
export interface PublishedSchema {
  readonly schema: v.GenericSchema
  readonly example: unknown
}

const WIRE_SCHEMAS: Readonly<Record<string, v.GenericSchema>> = {
  SignIn: signInSchema,
  NextPassword: nextPasswordSchema,
  Session: v.object({
    ...sessionSchema.entries,
    standIns: v.optional(v.array(standInDutySchema)),
  }),
  Change: changeSchema,
  SyncRequest: syncRequestSchema,
  SyncAnswer: syncAnswerSchema,
  History: historyAnswerSchema,
  ImportRequest: importRequestSchema,
  ImportAnswer: importAnswerSchema,
  Presence: presenceSchema,
  Devices: devicesSchema,
  NewAccount: account.newAccountSchema,
  AmendAccount: account.amendAccountSchema,
  Account: account.accountSchema,
  Accounts: account.accountsAnswerSchema,
  Sessions: account.sessionsAnswerSchema,
  OpenedAccount: account.openedAccountSchema,
  OneTimePassword: account.oneTimePasswordSchema,
  Audit: auditAnswerSchema,
  OpenWork: openWorkSchema,
  HandOn: handOnSchema,
  NewErasure: newErasureSchema,
  Erasure: erasureSchema,
  Erasures: erasuresAnswerSchema,
  Time: v.object({ serverTime: instantSchema }),
  Error: wireErrorSchema,
}

const kindSchemas = (kind: KindName): [string, PublishedSchema][] => {
  const { record, acts } = anyKind(kind)
  const examples: Readonly<Record<string, unknown>> = KIND_EXAMPLES[kind].acts
  return [
    [`Record.${kind}`, { schema: record, example: recordAfter(kind) }],
    ...Object.entries<v.GenericSchema>(acts).map(([act, schema]): [string, PublishedSchema] => [
      `Act.${kind}.${act}`,
      { schema, example: examples[act] },
    ]),
  ]
}

/** [WI17] Everything under `#/components/schemas`: `Record.<Kind>`, `Act.<Kind>.<act>`, the bodies. */
export const publishedSchemas = (): ReadonlyMap<string, PublishedSchema> =>
  new Map([
    ...Object.entries(WIRE_SCHEMAS).map(([name, schema]): [string, PublishedSchema] => [
      name,
      { schema, example: WIRE_EXAMPLES[name] },
    ]),
    ...KIND_NAMES.flatMap(kindSchemas),
  ])

export const jsonSchemaOf = ({ schema, example }: PublishedSchema) => {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore' })
  return { ...rest, example }
}
