import type { CommunityId } from '../community'
import type { ImportId, NameId } from '../id'
import type { Details, Terms } from '../owner/detail'
import { ownerFileId, type OwnerFile, type PersonId } from '../owner/owner-file'
import type { PlaceId } from '../place'
import { isSame } from '../same'
import { amendActs, openActs, type FileAct, type KnownFile } from './file-act'
import type { Resident } from './resident'

/** What becomes of somebody a row names. */
export type Fate = 'new' | 'changed' | 'same'

const MOST = { phones: 5, plates: 10 }

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·.]/gu, '')
const digits = (phone: string): string => phone.replace(/\D/g, '')

const push = (map: Map<string, KnownFile[]>, key: string, known: KnownFile): void => {
  const held = map.get(key)
  if (!held) map.set(key, [known])
  else if (!held.includes(known)) held.push(known)
}

const added = (
  held: readonly string[],
  more: readonly string[],
  most: number,
): readonly string[] => {
  const known = new Set(held.map(plain))
  return [...held, ...more.filter((each) => !known.has(plain(each)))].slice(0, most)
}

/** The owner files of a community as an import finds them, and as it leaves them. */
export class ImportRegister {
  readonly #known: KnownFile[] = []
  readonly #byHome = new Map<string, KnownFile[]>()
  /** By name and number, by which somebody is known again elsewhere. */
  readonly #bySign = new Map<string, KnownFile[]>()

  constructor(
    files: readonly OwnerFile[],
    private readonly about: {
      readonly community: CommunityId
      readonly importId: ImportId
      readonly nameId: NameId
      /** What the files are kept for, in words. */
      readonly purpose: string
    },
  ) {
    for (const file of files) {
      const { id, person, building, ties: _, ...rest } = file
      if (file.withdrawn) continue
      const ties = new Map(
        file.ties.flatMap(({ home, leftOn, ...terms }) => (leftOn ? [] : [[home, terms] as const])),
      )
      this.#keep({ id, person, building, found: file, details: rest, ties })
    }
  }

  #keep(known: KnownFile): void {
    this.#known.push(known)
    this.#sign(known)
    for (const home of known.ties.keys()) push(this.#byHome, home, known)
  }

  #sign(known: KnownFile): void {
    for (const phone of known.details.phones)
      push(this.#bySign, `${plain(known.details.name)}/${digits(phone)}`, known)
  }

  /** [IM12] The same home and name; else the same home and number, where nobody there has that name. */
  #at(
    home: PlaceId,
    { name, phones }: Resident,
    namesThere: ReadonlySet<string>,
  ): KnownFile | null {
    const there = this.#byHome.get(home) ?? []
    const named = there.find(({ details }) => plain(details.name) === plain(name))
    if (named) return named
    const numbers = new Set(phones.map(digits))
    return (
      there.find(
        ({ details, found }) =>
          found &&
          details.phones.some((phone) => numbers.has(digits(phone))) &&
          !namesThere.has(plain(details.name)),
      ) ?? null
    )
  }

  #elsewhere({ name, phones }: Resident): readonly KnownFile[] {
    return phones.flatMap((phone) => this.#bySign.get(`${plain(name)}/${digits(phone)}`) ?? [])
  }

  /** Says of one home who a row names; `namesThere` are all names the file has for it. */
  take(
    home: PlaceId,
    building: PlaceId,
    resident: Resident,
    namesThere: ReadonlySet<string>,
  ): Fate {
    const same = this.#elsewhere(resident)
    const known =
      this.#at(home, resident, namesThere) ?? same.find((each) => each.building === building)
    if (known) return this.#amend(known, home, resident)
    const { nameId, importId, purpose } = this.about
    const person =
      same[0]?.person ?? (nameId(importId, `person/${home}/${plain(resident.name)}`) as PersonId)
    const { name, phones, plates, household, relation, share, since } = resident
    const opened: KnownFile = {
      ...{ id: ownerFileId(person, building, nameId), person, building, found: null },
      details: {
        ...{ name, address: '', household, occupation: '', phones, plates, pets: '' },
        ...{ language: '', hours: '', care: null, purpose, consent: 'notYet', consentOn: null },
      },
      ties: new Map([[home, { relation, share, since, until: null }]]),
    }
    this.#keep(opened)
    return 'new'
  }

  #amend(known: KnownFile, home: PlaceId, resident: Resident): Fate {
    const { details } = known
    const terms = known.ties.get(home)
    const meant: Details = {
      ...details,
      name: resident.name,
      household: resident.household ?? details.household,
      phones: added(details.phones, resident.phones, MOST.phones),
      plates: added(details.plates, resident.plates, MOST.plates),
    }
    // Spaced otherwise it is the same name.
    const named =
      plain(meant.name) === plain(details.name) ? { ...meant, name: details.name } : meant
    const tied: Terms = {
      relation: resident.relation,
      share: resident.share ?? (resident.relation === 'owner' ? (terms?.share ?? null) : null),
      since: resident.since ?? terms?.since ?? null,
      until: terms?.until ?? null,
    }
    const isUnchanged = isSame(named, details) && !!terms && isSame(terms, tied)
    known.details = named
    known.ties.set(home, tied)
    push(this.#byHome, home, known)
    this.#sign(known)
    if (isUnchanged) return 'same'
    return terms ? 'changed' : 'new'
  }

  /** What has to be done so that the files are as they were left here. */
  get acts(): readonly FileAct[] {
    return this.#known.flatMap((known) =>
      known.found ? amendActs(known, known.found) : openActs(known, this.about.community),
    )
  }
}
