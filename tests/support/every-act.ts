import type { ActOf, KindName } from '../../src/domain/kind-table'

/** What becomes of the same act a second time: it stands beside the first, or is noted as too late. */
type Again = 'stands' | 'noted'

export interface ActRow {
  /** What was done to the record before, by the names of the published examples. */
  readonly after: readonly string[]
  readonly again: Again
  /** Only whoever took the step before may do it. */
  readonly own?: true
}

const first = (again: Again): ActRow => ({ after: [], again })
const after = (names: string, again: Again): ActRow => ({ after: names.split(' '), again })
/** A record said whole: said again it is the same, and whoever says it first begins it. */
const whole = first('stands')

/** Every act anybody may send. One without a row here does not compile. */
export const EVERY_ACT: {
  readonly [Kind in KindName]: { readonly [Name in ActOf<Kind>['act']]: ActRow }
} = {
  Community: {
    ...{ found: whole, configure: after('found', 'stands') },
    ...{ amend: after('found', 'stands'), setClocks: after('found', 'noted') },
  },
  Staff: { enrol: whole, amend: after('enrol', 'stands') },
  Place: { lay: whole, amend: after('lay', 'stands'), withdraw: after('lay', 'noted') },
  Facility: {
    ...{ install: whole, amend: after('install', 'stands'), settle: after('install', 'stands') },
    breakDown: after('install', 'noted'),
    takeOut: after('install breakDown', 'noted'),
    putToUse: after('install breakDown takeOut', 'noted'),
    scrap: after('install', 'noted'),
    undo: after('install breakDown', 'noted'),
    giveToken: after('install', 'noted'),
    replaceToken: after('install giveToken', 'noted'),
    serve: after('install', 'stands'),
    maintain: after('install', 'noted'),
  },
  Maintenance: {
    ...{ signIn: first('noted'), finish: after('signIn', 'noted') },
    ...{ confirm: after('signIn finish', 'noted'), void: after('signIn', 'noted') },
  },
  Form: { publish: whole },
  Checkpoint: {
    ...{ set: whole, amend: after('set', 'stands') },
    replaceToken: after('set', 'noted'),
    locate: after('set', 'stands'),
  },
  Route: { draw: whole, amend: after('draw', 'stands') },
  PatrolPlan: { plan: whole, amend: after('plan', 'stands') },
  Round: {
    start: first('stands'),
    handOver: first('stands'),
    skip: after('start', 'stands'),
    finishPart: after('start', 'stands'),
    finish: after('start', 'noted'),
    endEarly: after('start', 'noted'),
  },
  CheckpointVisit: { record: first('noted'), void: after('record', 'noted') },
  Ticket: {
    receive: first('noted'),
    edit: after('receive', 'stands'),
    assign: after('receive', 'noted'),
    accept: after('receive', 'noted'),
    return: after('receive assign', 'noted'),
    transfer: after('receive accept', 'noted'),
    start: after('receive accept', 'noted'),
    offerFirst: after('receive', 'stands'),
    takeFirst: { ...after('receive offerFirst', 'noted'), own: true },
    refuseFirst: { ...after('receive offerFirst', 'noted'), own: true },
    addHelper: after('receive', 'noted'),
    dropHelper: after('receive addHelper', 'noted'),
    putOff: after('receive accept', 'noted'),
    resolve: after('receive accept', 'noted'),
    tellOwner: after('receive', 'stands'),
    verify: after('receive', 'stands'),
    raise: after('receive', 'noted'),
    heed: { ...after('receive raise', 'noted'), own: true },
    recheck: after('receive accept resolve', 'noted'),
    close: after('receive accept resolve tellOwner', 'noted'),
    cancel: after('receive', 'noted'),
    decline: after('receive', 'noted'),
    reopen: after('receive accept resolve tellOwner close', 'noted'),
    say: after('receive', 'stands'),
    join: after('receive', 'noted'),
    separate: after('receive join', 'noted'),
    takeIn: after('receive', 'noted'),
    takeOut: after('receive takeIn', 'noted'),
    // A contractor's name put in twice: the later one works, the thread names both.
    engage: after('receive accept', 'stands'),
    release: after('receive accept engage', 'noted'),
    undo: { ...after('receive accept', 'noted'), own: true },
    relocate: after('receive', 'stands'),
    followUp: after('receive accept resolve tellOwner close', 'stands'),
    proposeDecline: after('receive', 'stands'),
    confirmDecline: after('receive proposeDecline', 'noted'),
    helpAnyway: after('receive', 'stands'),
  },
  Caller: { note: whole, dial: after('note', 'stands') },
  OwnerPromise: {
    make: first('noted'),
    renegotiate: { ...after('make', 'stands'), own: true },
    keep: after('make', 'noted'),
    break: { ...after('make', 'noted'), own: true },
    release: { ...after('make', 'noted'), own: true },
    explain: after('make', 'stands'),
    handOver: after('make', 'stands'),
    takeOver: { ...after('make handOver', 'noted'), own: true },
    turnDown: { ...after('make handOver', 'noted'), own: true },
    undo: { ...after('make keep', 'noted'), own: true },
  },
  OwnerVisit: {
    record: first('noted'),
    cancel: after('record', 'noted'),
    void: after('record', 'noted'),
  },
  OwnerNotice: { post: first('noted'), withdraw: after('post', 'noted') },
  Clause: {
    publish: first('noted'),
    amend: after('publish', 'stands'),
    withdraw: after('publish', 'noted'),
  },
  OwnerFile: {
    open: first('noted'),
    amend: after('open', 'stands'),
    tie: after('open', 'stands'),
    leave: after('open', 'noted'),
    comeBack: after('open leave', 'noted'),
    withdraw: after('open', 'noted'),
    note: after('open', 'stands'),
    withdrawNote: after('open note', 'noted'),
    dial: after('open', 'stands'),
    reveal: after('open', 'stands'),
    paper: after('open', 'stands'),
    withdrawPaper: after('open paper', 'noted'),
    look: after('open paper', 'stands'),
    settle: after('open', 'stands'),
    handOut: after('open', 'stands'),
    mergeInto: after('open', 'noted'),
    separate: after('open mergeInto', 'noted'),
  },
  RepairNote: {
    write: first('noted'),
    amend: after('write', 'stands'),
    sign: after('write', 'stands'),
    attend: after('write', 'stands'),
    void: after('write', 'noted'),
  },
  OwnerLetter: {
    write: first('noted'),
    rewrite: after('write', 'noted'),
    endorse: after('write', 'noted'),
    approve: after('write endorse', 'noted'),
    sendBack: after('write', 'noted'),
    send: after('write endorse approve', 'noted'),
    withdraw: after('write', 'noted'),
  },
  DutyRoster: { plan: whole },
  ServiceInterruption: {
    announce: first('noted'),
    begin: after('announce', 'noted'),
    prolong: after('announce begin', 'stands'),
    restore: after('announce begin', 'noted'),
    callOff: after('announce', 'noted'),
  },
  InterruptionReach: { tell: whole, takeBack: after('tell', 'noted') },
  WrapUp: { save: { ...whole, own: true } },
  ShiftHandover: {
    give: first('noted'),
    take: { ...after('give', 'noted'), own: true },
    withdraw: { ...after('give', 'noted'), own: true },
    say: after('give', 'stands'),
  },
  WeeklySheet: {
    send: { ...whole, own: true },
    read: after('send', 'stands'),
    say: after('send', 'stands'),
  },
}
