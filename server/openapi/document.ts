import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { KIND_NAMES } from '../../src/domain/kind-table'
import { anyKind } from '../../src/protocol/apply-change'
import { changeSchema } from '../../src/protocol/change'
import { nextPasswordSchema, sessionSchema, signInSchema } from '../../src/protocol/session'
import { syncAnswerSchema } from '../../src/protocol/sync-answer'
import { syncRequestSchema } from '../../src/protocol/sync-request'
import { WIRE_ERRORS, wireErrorSchema } from '../../src/protocol/wire-error'
import { newAccountSchema } from '../account/account-schema'
import { importRequestSchema } from '../routes/sync'
import { exampleOf } from './example'
import { OPERATIONS, type Operation } from './operations'

type Json = Readonly<Record<string, unknown>>

const jsonOf = (schema: v.GenericSchema): Json => {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore' })
  return rest
}

const withExample = (schema: v.GenericSchema): Json => ({
  ...jsonOf(schema),
  example: exampleOf(schema),
})

const WIRE_SCHEMAS: Readonly<Record<string, v.GenericSchema>> = {
  SignIn: signInSchema,
  NextPassword: nextPasswordSchema,
  Session: sessionSchema,
  Change: changeSchema,
  SyncRequest: syncRequestSchema,
  SyncAnswer: syncAnswerSchema,
  ImportRequest: importRequestSchema,
  NewAccount: newAccountSchema,
  Error: wireErrorSchema,
}

/** `Record.<Kind>` and `Act.<Kind>.<act>`, from the schemas that check requests. */
const kindSchemas = (): [string, v.GenericSchema][] =>
  KIND_NAMES.flatMap((name) => {
    const kind = anyKind(name)
    const acts = Object.entries(kind.acts as Record<string, v.GenericSchema>)
    return [
      [`Record.${name}`, kind.record] as [string, v.GenericSchema],
      ...acts.map(([act, schema]): [string, v.GenericSchema] => [`Act.${name}.${act}`, schema]),
    ]
  })

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: string) => ({ content: { 'application/json': { schema: ref(name) } } })

const responsesOf = ({ answers, fails }: Operation): Json => {
  const good = Object.entries(answers).map(([status, [words, schema]]) => [
    status,
    { description: words, ...(schema ? json(schema) : {}) },
  ])
  const statuses = new Map<number, string[]>()
  for (const kind of fails)
    statuses.set(WIRE_ERRORS[kind], [...(statuses.get(WIRE_ERRORS[kind]) ?? []), kind])
  const bad = [...statuses].map(([status, kinds]) => [
    String(status),
    { description: kinds.join(', '), ...json('Error') },
  ])
  return Object.fromEntries([...good, ...bad]) as Json
}

const operationOf = (operation: Operation): Json => ({
  summary: operation.summary,
  ...(operation.body ? { requestBody: { required: true, ...json(operation.body) } } : {}),
  ...(operation.parameters
    ? {
        parameters: operation.parameters.map(([name, place, words]) => ({
          name,
          in: place,
          required: place === 'path',
          description: words,
          schema: { type: 'string' },
        })),
      }
    : {}),
  ...(operation.open ? {} : { security: [{ session: [] }] }),
  responses: responsesOf(operation),
})

const pathsOf = (): Json => {
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of OPERATIONS)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(operation) }
  return paths
}

/** The contract as a page for machines. */
export const openApiDocument = (version: string): Json => ({
  openapi: '3.1.0',
  info: { title: '萌芽巡查 · Mengya', version },
  paths: pathsOf(),
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'mengya' } },
    schemas: {
      ...Object.fromEntries(Object.entries(WIRE_SCHEMAS).map(([n, s]) => [n, jsonOf(s)])),
      ...Object.fromEntries(kindSchemas().map(([n, s]) => [n, withExample(s)])),
    },
  },
})
