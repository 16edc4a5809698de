import type * as v from 'valibot'

/** Strings that fit the patterns the wire uses; the first that fits is the example. */
const STRINGS = [
  '01931c2e-7a00-7000-8000-000000000001',
  'a'.repeat(64),
  '2026-11-24',
  'data:image/webp;base64,UklGRg==',
  'Asia/Shanghai',
  'company',
  'pump-door',
  'Zx81kQ0bT4mPq7sV',
  '萌芽',
]

interface AnySchema {
  readonly type: string
  readonly [key: string]: unknown
}

interface Rule {
  readonly type: string
  readonly requirement?: unknown
}

const rulesOf = (schema: AnySchema): readonly Rule[] =>
  ((schema['pipe'] as Rule[] | undefined) ?? []).filter((step) => 'requirement' in step)

const requirement = (schema: AnySchema, type: string): unknown =>
  rulesOf(schema).find((rule) => rule.type === type)?.requirement

const stringFor = (schema: AnySchema): string => {
  const patterns = rulesOf(schema).filter((rule) => rule.type === 'regex')
  const most = Number(requirement(schema, 'max_length') ?? Infinity)
  const found = [...STRINGS]
    .reverse()
    .find(
      (text) =>
        text.length <= most && patterns.every(({ requirement: p }) => (p as RegExp).test(text)),
    )
  return (
    found ??
    STRINGS.find((t) => patterns.every(({ requirement: p }) => (p as RegExp).test(t))) ??
    ''
  )
}

const objectFor = (schema: AnySchema): Record<string, unknown> => {
  const entries = Object.entries(schema['entries'] as Record<string, AnySchema>)
  return Object.fromEntries(
    entries
      .filter(([, each]) => each.type !== 'optional')
      .map(([key, each]) => [key, valueFor(each)]),
  )
}

const valueFor = (schema: AnySchema): unknown => {
  switch (schema.type) {
    case 'object':
    case 'loose_object':
      return objectFor(schema)
    case 'array': {
      const least = Number(requirement(schema, 'min_length') ?? 0)
      return Array.from({ length: least }, () => valueFor(schema['item'] as AnySchema))
    }
    case 'variant':
    case 'union':
      return valueFor((schema['options'] as AnySchema[])[0] as AnySchema)
    case 'picklist':
      return (schema['options'] as unknown[])[0]
    case 'literal':
      return schema['literal']
    case 'number':
      return Number(requirement(schema, 'min_value') ?? 0)
    case 'boolean':
      return false
    case 'string':
      return stringFor(schema)
    case 'record':
      return {}
    case 'nullable':
    case 'unknown':
      return null
    default:
      throw new Error(`No example for ${schema.type}`)
  }
}

/** A value the schema accepts, made from the schema itself. */
export const exampleOf = (schema: v.GenericSchema): unknown =>
  valueFor(schema as unknown as AnySchema)
