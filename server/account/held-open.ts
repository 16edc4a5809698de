import { sql } from 'kysely'
import type { ShiftHandover } from '../../src/domain/handover/handover'
import type { CompanyId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { KindName } from '../../src/domain/kind-table'
import type { OpenPromise } from '../../src/domain/promise/promise'
import type { Ticket } from '../../src/domain/ticket/ticket'
import type { RecordKey } from '../store/stored'
import type { Within } from './change-account'

interface Told {
  readonly rounds: number
  readonly plans: number
  readonly appointments: number
  readonly handovers: number
}

/** What is open and names somebody, locked. */
export interface HeldOpen {
  readonly tickets: readonly Ticket[]
  readonly promises: readonly OpenPromise[]
  readonly told: Told
}

type Db = Within['db']

const openOf = async (
  db: Db,
  company: CompanyId,
  kind: KindName,
  isTheirs: ReturnType<typeof sql<boolean>>,
): Promise<readonly RecordKey[]> => {
  const rows = await db
    .selectFrom('record')
    .select('id')
    .where('company', '=', company)
    .where('kind', '=', kind)
    .where('settled_at', 'is', null)
    .where(isTheirs)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => ({ kind, id }))
}

const count = async (db: Db, company: CompanyId, kind: KindName, is: ReturnType<typeof sql>) => {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from record
    where company = ${company} and kind = ${kind} and ${is}`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

/** What cannot pass by a word of an administrator: it is told, with where it is to be seen. */
const toldOf = async (db: Db, company: CompanyId, staff: StaffId, at: Instant): Promise<Told> => {
  const of = (kind: KindName, is: ReturnType<typeof sql>) => count(db, company, kind, is)
  return {
    rounds: await of(
      'Round',
      sql`settled_at > ${at} and body->>'status' in ('notBegun', 'underway')
        and body->'walkers' @> ${JSON.stringify([staff])}::text::jsonb`,
    ),
    plans: await of('PatrolPlan', sql`body->'walkers' @> ${JSON.stringify([staff])}::text::jsonb`),
    appointments: await of(
      'OwnerVisit',
      sql`body->'made'->>'by' = ${staff} and (body->'next'->>'until')::bigint > ${at}
        and body->>'cancelled' is null and body->>'voided' is null`,
    ),
    handovers: await of(
      'ShiftHandover',
      sql`body->>'status' = ${'waiting' satisfies ShiftHandover['status']}
        and (body->>'giver' = ${staff} or body->'to'->>'staff' = ${staff})`,
    ),
  }
}

/** [AC8] Everything open that is somebody's to do, locked so that nothing moves while it passes on. */
export const heldOpen = async (
  { writer, db }: Pick<Within, 'writer' | 'db'>,
  company: CompanyId,
  staff: StaffId,
  at: Instant,
): Promise<HeldOpen> => {
  const keys = [
    ...(await openOf(
      db,
      company,
      'Ticket',
      sql<boolean>`(body->>'handler' = ${staff} or body->>'giver' = ${staff}
        or body->>'firstResponsible' = ${staff})`,
    )),
    ...(await openOf(db, company, 'OwnerPromise', sql<boolean>`body->>'keeper' = ${staff}`)),
  ]
  const held = await writer.lockRecords(keys)
  const bodiesOf = <Thing>(kind: KindName) =>
    held.filter((each) => each.kind === kind).map(({ body }) => body as unknown as Thing)
  return {
    tickets: bodiesOf<Ticket>('Ticket').filter(({ status }) => status !== 'closed'),
    promises: bodiesOf<OpenPromise>('OwnerPromise').filter(({ status }) => status === 'open'),
    told: await toldOf(db, company, staff, at),
  }
}
