/** From the schema before to the next. Taken twice, a step changes nothing the second time. */
export interface SchemaStep {
  readonly act: (kind: string, act: object) => object
  readonly record: (kind: string, record: object) => object
}
