import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServerApp } from '../../../server/app'
import { KIND_EXAMPLES, recordAfter } from '../../../server/openapi/example/kind-examples'
import { NINE, STAFF } from '../../../server/openapi/example/names'
import { OPERATIONS } from '../../../server/openapi/operations'
import { publishedSchemas } from '../../../server/openapi/schemas'
import type { ChangeId } from '../../../src/domain/id'
import { DAY } from '../../../src/domain/instant'
import { KIND_NAMES, type AnyAct } from '../../../src/domain/kind-table'
import { anyKind, applyChange } from '../../../src/protocol/apply-change'
import { nameId, newId } from '../../support/build/ids'
import { testServer, type TestServer } from '../../support/server'

interface Page {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string }>>>>
  readonly components: { readonly schemas: Readonly<Record<string, { example?: unknown }>> }
}

let server: TestServer
let page: Page

beforeAll(async () => {
  server = await testServer()
  const stranger = (await server.company('萌芽物业')).stranger()
  const reply = await stranger.call('GET', '/api/v1/openapi.json')
  page = reply.body as Page
})
afterAll(() => server.close())

const refsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('$ref' in value) return [String(value.$ref)]
  return Object.values(value).flatMap(refsIn)
}

const acts = KIND_NAMES.flatMap((kind) =>
  Object.keys(anyKind(kind).acts).map((act) => [kind, act] as const),
)

const perform = (kind: (typeof KIND_NAMES)[number], act: AnyAct, steps: number) =>
  applyChange(
    recordAfter(kind, steps),
    { id: newId<ChangeId>(), by: STAFF, kind, record: KIND_EXAMPLES[kind].record, act },
    NINE + DAY,
    nameId,
  ).outcome

describe('[WI17] the OpenAPI page', () => {
  it('is readable signed out, and every reference in it leads somewhere', () => {
    expect(page.openapi).toBe('3.1.0')
    const refs = refsIn(page)
    expect(refs.length).toBeGreaterThan(40)
    for (const ref of refs) {
      const [, first, second, name = ''] = ref.split('/')
      expect([ref, first, second]).toEqual([ref, 'components', 'schemas'])
      expect(page.components.schemas).toHaveProperty([name])
    }
  })

  it('names each call once, and none that the server does not answer', async () => {
    const ids = Object.values(page.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(OPERATIONS.length)
    const who = await (await server.company('青禾物业')).signedIn('administrator')
    for (const { method, path, id } of OPERATIONS.filter(({ id: each }) => each !== 'signOut')) {
      const address = path.replace('{sha256}', 'a'.repeat(64)).replace(/\{\w+\}/, newId())
      const { status } = await who.call(method.toUpperCase(), `${address}?staff=${newId()}`)
      const isUnknown = status === 404 && !path.includes('{')
      expect([id, isUnknown]).toEqual([id, false])
    }
  })

  it('leaves out no call the server answers, but its own figures', () => {
    const told = new Set(
      OPERATIONS.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    const answered = createServerApp(server.parts)
      .routes.filter(({ method, path }) => method !== 'ALL' && path !== '/metrics')
      .map(({ method, path }) => `${method.toLowerCase()} ${path}`)
    expect(answered.length).toBeGreaterThan(15)
    for (const call of answered) expect(told).toContain(call)
  })

  it('has a record and every act of every kind', () => {
    for (const kind of KIND_NAMES)
      expect(page.components.schemas).toHaveProperty([`Record.${kind}`, 'example'])
    for (const [kind, act] of acts)
      expect(page.components.schemas).toHaveProperty([`Act.${kind}.${act}`, 'example', 'act'], act)
  })

  it.each([...publishedSchemas()])(
    '%s accepts its own example, as published',
    (name, published) => {
      expect(published.example).toBeDefined()
      const { success, output } = v.safeParse(
        published.schema,
        page.components.schemas[name]?.example,
      )
      expect(success).toBe(true)
      expect(output).toEqual(published.example)
    },
  )

  it.each(acts)('the example of %s.%s can be done', (kind, name) => {
    const { story, acts: examples } = KIND_EXAMPLES[kind]
    const act = (examples as Readonly<Record<string, AnyAct>>)[name]
    if (!act) throw new Error('missing')
    const moments = Array.from({ length: story.length + 1 }, (_, steps) =>
      perform(kind, act, steps),
    )
    expect(moments).toContain('applied')
  })
})
