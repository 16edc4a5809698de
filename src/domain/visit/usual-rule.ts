import type { Community } from '../community'
import type { VisitRule } from './visit-rule'

const at = (hours: number, minutes = 0) => hours * 60 + minutes

/** [VI14] Within so many days after an occasion. */
export const EXTRA_DAYS = 7

/** What counts until a community says otherwise. */
export const USUAL_VISIT_RULE: VisitRule = {
  ...{ contactMonths: 1, visitMonths: 6, keyMonths: 1, inspectMonths: 1, callMonths: 3 },
  soonDays: 7,
  extraDays: EXTRA_DAYS,
  quiet: [
    { from: 0, until: at(9) },
    { from: at(12), until: at(14) },
    { from: at(17, 30), until: at(19) },
    { from: at(21), until: at(24) },
  ],
}

export const visitRuleOf = (community: Community | null): VisitRule =>
  community?.visiting ?? USUAL_VISIT_RULE
