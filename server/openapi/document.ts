import { WIRE_ERRORS, type WireErrorKind } from '../../src/protocol/wire-error'
import { COOKIE } from '../http/session-cookie'
import type { Operation } from './operation'
import { OPERATIONS } from './operations'
import { jsonSchemaOf, publishedSchemas } from './schemas'

type Json = Readonly<Record<string, unknown>>

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: string) => ({ content: { 'application/json': { schema: ref(name) } } })

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } },
}

const failure = (status: number, kinds: readonly WireErrorKind[]): [string, Json] => [
  String(status),
  {
    description: kinds.join(', '),
    ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
    ...json('Error'),
  },
]

const responsesOf = ({ answers, fails }: Operation): Json => {
  const good = Object.entries(answers).map(([status, [words, schema]]) => [
    status,
    { description: words, ...(schema ? json(schema) : {}) },
  ])
  const statuses = [...new Set(fails.map((kind) => WIRE_ERRORS[kind]))]
  const bad = statuses.map((status) =>
    failure(
      status,
      fails.filter((kind) => WIRE_ERRORS[kind] === status),
    ),
  )
  return Object.fromEntries([...good, ...bad]) as Json
}

const parametersOf = ({ parameters }: Operation) =>
  parameters?.map(({ name, place, words, isRequired }) => ({
    name,
    in: place,
    required: place === 'path' || isRequired === true,
    description: words,
    schema: { type: 'string' },
  }))

const operationOf = (operation: Operation): Json => {
  const { summary, body, open, id } = operation
  const parameters = parametersOf(operation)
  return {
    ...{ operationId: id, summary },
    ...(parameters ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, ...json(body) } } : {}),
    security: open ? [] : [{ session: [] }],
    responses: responsesOf(operation),
  }
}

const pathsOf = (): Json => {
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of OPERATIONS)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(operation) }
  return paths
}

const DESCRIPTION =
  'Times are milliseconds since 1970 UTC. State changes need an Origin of the server’s own. ' +
  'A non-2xx answer has processed nothing. The rules stand in docs/spec/wire.md.'

/** [WI17] The contract as a page for machines, made from the schemas that check requests. */
export const openApiDocument = (version: string): Json => ({
  openapi: '3.1.0',
  info: { title: '萌芽巡查 · Mengya', version, description: DESCRIPTION },
  paths: pathsOf(),
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: COOKIE } },
    schemas: Object.fromEntries(
      [...publishedSchemas()].map(([name, published]) => [name, jsonSchemaOf(published)]),
    ),
  },
})
