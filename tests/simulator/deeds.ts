import { createHash } from 'node:crypto'
import type { CallerId } from '../../src/domain/caller'
import type { CommunityId } from '../../src/domain/community'
import type { StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Photo } from '../../src/domain/photo'
import type { TicketAct } from '../../src/domain/ticket/act'
import { joinedOf } from '../../src/domain/ticket/join'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import type { ActToSave } from '../../src/storage/save-acts'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import type { Chance } from './chance'

const bytesOf = (name: string) => `照片 ${name}`

const photoOf = (name: string, takenAt: number): Photo => ({
  sha256: createHash('sha256').update(bytesOf(name)).digest('hex'),
  ...{ width: 10, height: 10, bytes: Buffer.byteLength(bytesOf(name)), takenAt },
  // Stands here for the picture itself, so that its bytes can be had from it.
  preview: `data:image/webp;base64,${Buffer.from(bytesOf(name)).toString('base64')}`,
})

export const blobOf = ({ preview }: Photo): Blob =>
  new Blob([Buffer.from(preview.split(',')[1] ?? '', 'base64')], { type: 'image/webp' })

export interface Doer {
  readonly name: string
  readonly staff: StaffId
  readonly hearsCallers: boolean
  readonly communities: readonly CommunityId[]
  readonly now: Instant
  readonly chance: Chance
}

/** Mostly none; sometimes a new one, sometimes one that was taken before. */
const shots = ({ name, now, chance }: Doer): readonly Photo[] => {
  const luck = chance.next()
  if (luck < 0.6) return []
  const number = luck < 0.9 ? chance.whole(1_000_000) : chance.whole(5)
  return [photoOf(`${name} ${number}`, now)]
}

/** Something new: alone, or together with who told of it. */
const begin = (doer: Doer): readonly ActToSave[] => {
  const { chance, staff, now } = doer
  const community = chance.pick(doer.communities)
  const record = chance.id() as TicketId
  const receive = receiveTicket(community, staff, { photos: [...shots(doer)] })
  if (!doer.hearsCallers || chance.isLucky(0.6)) return [{ kind: 'Ticket', record, act: receive }]
  const caller = chance.id() as CallerId
  const said = { name: '陈某', phone: '13800000000', words: '', saidAt: now }
  const spoken = { id: caller, community, ticket: record, ...said }
  return [
    { kind: 'Ticket', record, act: { ...receive, caller } },
    { kind: 'Caller', record: caller, act: { act: 'note', caller: spoken } },
  ]
}

const goOn = (doer: Doer, ticket: Ticket, others: readonly Ticket[]): TicketAct => {
  const { chance, staff } = doer
  const from = ticket.status
  const words = `句${chance.whole(1_000)}`
  const edit: TicketAct = {
    act: 'edit',
    fields: { title: { seen: ticket.title, meant: `题${chance.whole(1_000)}` } },
  }
  const deeds: readonly TicketAct[] = [
    { act: 'say', words, photos: shots(doer) },
    edit,
    { act: 'accept', from },
    { act: 'start', from, words, photos: shots(doer) },
    { act: 'resolve', from, words, photos: shots(doer) },
    { act: 'close', from },
    { act: 'return', from, words },
    { act: 'putOff', from, why: 'parts', until: 1, words },
    { act: 'transfer', from, to: staff, words },
    { act: 'reopen', from, words, photos: shots(doer) },
    { act: 'cancel', from, words },
    { act: 'decline', from, words },
    { act: 'engage', from, name: '恒通电梯', what: words, until: 1 },
    { act: 'release', from, words },
    { act: 'join', from, into: chance.pick(others).id },
    { act: 'separate', from },
    { act: 'relocate', community: chance.pick(doer.communities), place: null, home: null },
    { act: 'takeIn', joined: joinedOf(chance.pick(others)) },
    { act: 'takeOut', ticket: chance.pick(others).id },
    { act: 'undo', change: ticket.before?.change ?? ticket.thread[0]?.change ?? newId() },
  ]
  return chance.pick(deeds)
}

/** What somebody might do next, with these tickets before them. */
export const deedAtRandom = (doer: Doer, held: readonly Ticket[]): readonly ActToSave[] => {
  const sorted = [...held].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (sorted.length === 0 || doer.chance.isLucky(0.3)) return begin(doer)
  const ticket = doer.chance.pick(sorted)
  return [{ kind: 'Ticket', record: ticket.id, act: goOn(doer, ticket, sorted) }]
}
