import type { VisitRule } from './visit-rule'

/** Of a month. */
const WORKING_DAYS = 21

export interface HomeCount {
  readonly lived: number
  readonly vacant: number
}

/** [VI4] How many homes the rule makes for each working day: at the door, and by any channel. */
export const visitLoad = (
  rule: Omit<VisitRule, 'quiet'>,
  { lived, vacant }: HomeCount,
): { readonly door: number; readonly contact: number } => {
  const aDay = (homes: number, months: number) => homes / months / WORKING_DAYS
  return {
    door: aDay(lived, rule.visitMonths) + aDay(vacant, rule.inspectMonths),
    contact: aDay(lived, rule.contactMonths) + aDay(vacant, rule.callMonths),
  }
}
