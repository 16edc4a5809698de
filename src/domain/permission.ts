import type { CommunityId } from './community'
import type { ActOf, KindName } from './kind-table'
import type { PlaceId } from './place'
import { OVERSEERS } from './overseer'
import type { Role } from './role'
import type { StaffId } from './id'
import type { StandIn } from './stand-in'
import {
  callersScope,
  checksScope,
  communityScope,
  COMPANY_SCOPE,
  homesScope,
  ownScope,
  type Scope,
} from './scope'

/** A role held for a community, with the buildings whose homes it serves there. */
export interface Grant {
  readonly role: Role
  readonly community: CommunityId
  readonly buildings: readonly PlaceId[]
  /** [AC10] Held in a colleague's place for a while; absent where it is one's own. */
  readonly standIn?: StandIn | undefined
}

const EVERYONE: readonly Role[] = [
  'steward',
  'customerService',
  'engineer',
  'security',
  'cleaner',
  'gardener',
  'supervisor',
  'manager',
  'administrator',
]
const PLANNERS: readonly Role[] = ['supervisor', 'manager', 'administrator']
/** [FA7] Whoever looks after facilities. */
const MAINTAINERS: readonly Role[] = [...PLANNERS, 'engineer']
/** [FA11] Whoever sees that it was done. */
const WITNESSES: readonly Role[] = ['engineer', 'supervisor', 'manager']
const DISPATCHERS: readonly Role[] = ['steward', 'customerService', 'supervisor', 'manager']
/** Whoever tells owners, and so gives them a time. */
const TELLERS: readonly Role[] = [...DISPATCHERS, 'engineer']
/** Whoever is there when something stops, by day or by night. */
const HOUSE: readonly Role[] = [...TELLERS, 'security']
/** Whoever writes what owners are told. */
const NOTIFIERS: readonly Role[] = ['customerService', 'supervisor', 'manager']
const KEEPERS: readonly Role[] = ['administrator', 'manager']
/** [IM13] Whoever writes down the people of a building they hold: by hand, or from a file. */
const REGISTRARS: readonly Role[] = [...DISPATCHERS, 'administrator']

type ActTable = {
  readonly [Kind in KindName]: { readonly [Name in ActOf<Kind>['act']]: readonly Role[] }
}

/** [PE1] Which roles may do which act. Whoever may not is refused; everything else is judged later. */
export const ACT_TABLE: ActTable = {
  Community: { found: ['administrator'], configure: KEEPERS, amend: KEEPERS, setClocks: KEEPERS },
  Staff: { enrol: ['administrator'], amend: ['administrator'] },
  Place: { lay: KEEPERS, amend: PLANNERS, withdraw: KEEPERS },
  Facility: {
    ...{ install: MAINTAINERS, amend: MAINTAINERS, settle: MAINTAINERS, replaceToken: MAINTAINERS },
    ...{ breakDown: MAINTAINERS, takeOut: MAINTAINERS, putToUse: MAINTAINERS },
    ...{ scrap: MAINTAINERS, undo: MAINTAINERS, giveToken: MAINTAINERS },
    maintain: WITNESSES,
    serve: MAINTAINERS,
  },
  Maintenance: { signIn: WITNESSES, finish: WITNESSES, confirm: WITNESSES, void: WITNESSES },
  Form: { publish: PLANNERS },
  Checkpoint: {
    ...{ set: PLANNERS, amend: PLANNERS, replaceToken: PLANNERS },
    locate: [...PLANNERS, 'steward'],
  },
  Route: { draw: PLANNERS, amend: PLANNERS },
  PatrolPlan: { plan: PLANNERS, amend: PLANNERS },
  Round: {
    start: EVERYONE,
    handOver: EVERYONE,
    skip: EVERYONE,
    finishPart: EVERYONE,
    finish: EVERYONE,
    endEarly: EVERYONE,
  },
  CheckpointVisit: { record: EVERYONE, void: EVERYONE },
  Ticket: {
    receive: EVERYONE,
    edit: EVERYONE,
    assign: DISPATCHERS,
    accept: EVERYONE,
    return: EVERYONE,
    transfer: EVERYONE,
    start: EVERYONE,
    offerFirst: DISPATCHERS,
    takeFirst: [...DISPATCHERS, 'engineer'],
    refuseFirst: EVERYONE,
    addHelper: EVERYONE,
    dropHelper: EVERYONE,
    putOff: EVERYONE,
    resolve: EVERYONE,
    tellOwner: TELLERS,
    verify: TELLERS,
    raise: DISPATCHERS,
    heed: ['supervisor', 'manager'],
    recheck: EVERYONE,
    close: DISPATCHERS,
    cancel: DISPATCHERS,
    decline: DISPATCHERS,
    reopen: DISPATCHERS,
    say: EVERYONE,
    join: DISPATCHERS,
    separate: DISPATCHERS,
    takeIn: DISPATCHERS,
    takeOut: DISPATCHERS,
    engage: EVERYONE,
    release: EVERYONE,
    undo: EVERYONE,
    relocate: DISPATCHERS,
    followUp: DISPATCHERS,
    proposeDecline: [...DISPATCHERS, 'engineer'],
    confirmDecline: OVERSEERS,
    helpAnyway: [...DISPATCHERS, 'engineer'],
  },
  Caller: { note: TELLERS, dial: TELLERS },
  OwnerPromise: {
    make: TELLERS,
    renegotiate: TELLERS,
    keep: TELLERS,
    break: TELLERS,
    release: TELLERS,
    explain: TELLERS,
    handOver: TELLERS,
    takeOver: TELLERS,
    turnDown: TELLERS,
    undo: TELLERS,
  },
  OwnerVisit: { record: DISPATCHERS, cancel: DISPATCHERS, void: DISPATCHERS },
  Clause: { publish: KEEPERS, amend: KEEPERS, withdraw: KEEPERS },
  RepairNote: {
    ...{ write: TELLERS, amend: TELLERS, sign: TELLERS, void: TELLERS },
    attend: DISPATCHERS,
  },
  OwnerLetter: {
    write: DISPATCHERS,
    rewrite: DISPATCHERS,
    endorse: OVERSEERS,
    approve: ['manager'],
    sendBack: OVERSEERS,
    send: DISPATCHERS,
    withdraw: DISPATCHERS,
  },
  WrapUp: { save: TELLERS },
  ShiftHandover: { give: EVERYONE, take: EVERYONE, withdraw: EVERYONE, say: EVERYONE },
  OwnerFile: {
    ...{ open: REGISTRARS, amend: REGISTRARS, tie: REGISTRARS, comeBack: REGISTRARS },
    ...{ leave: DISPATCHERS, withdraw: KEEPERS, note: DISPATCHERS },
    ...{ withdrawNote: DISPATCHERS, dial: DISPATCHERS, reveal: DISPATCHERS },
    ...{ paper: DISPATCHERS, withdrawPaper: DISPATCHERS, look: DISPATCHERS },
    ...{ settle: DISPATCHERS, mergeInto: DISPATCHERS, separate: DISPATCHERS },
    handOut: KEEPERS,
  },
  OwnerNotice: { post: NOTIFIERS, withdraw: NOTIFIERS },
  DutyRoster: { plan: PLANNERS },
  ServiceInterruption: {
    ...{ announce: HOUSE, begin: HOUSE, prolong: HOUSE, restore: HOUSE, callOff: HOUSE },
  },
  InterruptionReach: { tell: DISPATCHERS, takeBack: DISPATCHERS },
  WeeklySheet: { send: DISPATCHERS, read: DISPATCHERS, say: DISPATCHERS },
}

export const mayAct = (roles: readonly Role[], kind: KindName, act: string): boolean => {
  const table: { readonly [name: string]: readonly Role[] | undefined } = ACT_TABLE[kind]
  return table[act]?.some((role) => roles.includes(role)) ?? false
}

const HEARS_CALLERS = TELLERS
/**
 * Whom naming buildings gives the homes in them; [IM13] administrators too, for whoever imports people
 * holds them.
 */
export const SERVES_HOMES: readonly Role[] = [...DISPATCHERS, 'administrator']

/** Who checks at night, and reads what was found about colleagues. */
export const CHECKERS: readonly Role[] = ['supervisor', 'manager']

/** [PE2] The scopes a person's roles and duties give them, sorted. */
export const scopesOf = (grants: readonly Grant[], staff: StaffId): readonly Scope[] => {
  const scopes = new Set<Scope>()
  for (const { role, community, buildings } of grants) {
    scopes.add(COMPANY_SCOPE)
    scopes.add(ownScope(staff))
    scopes.add(communityScope(community))
    if (HEARS_CALLERS.includes(role)) scopes.add(callersScope(community))
    if (CHECKERS.includes(role)) scopes.add(checksScope(community))
    if (SERVES_HOMES.includes(role))
      for (const building of buildings) scopes.add(homesScope(building))
  }
  return [...scopes].sort()
}
