import type { Fault, FaultField } from '../../domain/intake/fault'

type Say = (key: string, holes?: Record<string, unknown>) => string

/** [IN7] What is wrong with a field of the intake, in words. */
export const faultWords = (t: Say, field: FaultField, { kind, length, most }: Fault): string => {
  if (kind === 'missing') return t(`intake.missing.${field}`)
  return t(`intake.fault.${kind}`, { n: length, most })
}
