import type { Timing } from './timing'

/** [CK4] What a community begins with, until its people say otherwise: weekends off, no holidays. */
export const FIRST_TIMING: Timing = {
  figures: {
    ...{ complaintVerify: 1_440, complaintResolve: 4_320, enquiry: 2_880 },
    ...{ writtenAnswer: 10_080, silenceOrdinary: 1_440, silenceMajor: 240 },
  },
  hours: {
    ...{ urgentOnSite: 'always', majorToLeader: 'always', hazard: 'always' },
    ...{ silenceMajor: 'always', ordinaryRepair: 'days', complaintFirstAnswer: 'days' },
    ...{ complaintVerify: 'days', complaintResolve: 'days', enquiry: 'days' },
    ...{ writtenAnswer: 'always', defect: 'days', silenceOrdinary: 'days' },
  },
  calendar: {
    ...{ weekdays: [1, 2, 3, 4, 5], hours: { from: 540, to: 1_080 } },
    ...{ duty: { from: 1_080, to: 540 }, daysOff: [], daysOn: [] },
  },
  escalation: { warnBefore: 60, supervisorAfter: 30, managerAfter: 240, unassignedAfter: 30 },
  changed: [],
}
