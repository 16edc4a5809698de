import { useI18n } from 'petite-vue-i18n'
import { maskedPhone } from '../../domain/caller'
import type { Instant } from '../../domain/instant'
import type { PersonalRecords } from '../../domain/owner/data-of'
import { DETAILS, type Details } from '../../domain/owner/detail'
import type { OwnerFile } from '../../domain/owner/owner-file'
import { dateAndTime } from '../../domain/time-zone'
import { useEstate } from '../../stores/estate'
import { useVisitWords } from '../../ui/visit/use-visit-words'

export interface DataLine {
  readonly key: string
  /** When it was written; null where that was never kept. */
  readonly at: Instant | null
  readonly label: string
  readonly value: string
}
export interface DataSection {
  readonly key: string
  readonly title: string
  readonly lines: readonly DataLine[]
}

/** [OF14] What is held about a person, said so that they can read it; numbers whole only for them. */
export const useDataSections = () => {
  const { t } = useI18n()
  const estate = useEstate()
  const { resultWords } = useVisitWords()
  const joined = (...words: readonly (string | null)[]) => words.filter(Boolean).join(' · ')
  const name = (staff: string) => estate.staffName(staff)

  const detailWords = (file: OwnerFile, part: keyof Details, isWhole: boolean): string => {
    const number = (text: string) => (isWhole || !text ? text : maskedPhone(text))
    if (part === 'phones') return file.phones.map(number).join(' · ')
    if (part === 'plates') return file.plates.join(' · ')
    if (part === 'household')
      return file.household === null ? '' : t('owner.people', { n: file.household })
    if (part === 'consent') return t(`owner.consentIs.${file.consent}`)
    if (part !== 'care') return file[part] ?? ''
    const { care } = file
    if (!care) return ''
    const days = t('owner.care.agreed', { agreed: care.agreedOn, day: care.expiresOn })
    const when = care.when.map((what) => t(`owner.care.${what}`)).join(t('ui.comma'))
    return joined(when, care.need, care.callName, number(care.callPhone), days)
  }
  const fileLines = (file: OwnerFile, isWhole: boolean): readonly DataLine[] =>
    DETAILS.flatMap((part) => {
      const value = detailWords(file, part, isWhole)
      const { at, by } = file.stamps[part] ?? { at: file.openedAt, by: file.openedBy }
      const said = t(file.stamps[part] ? 'personal.changedBy' : 'personal.writtenBy', {
        name: name(by),
      })
      if (!value) return []
      return [
        { key: file.id + part, at, label: t(`owner.field.${part}`), value: `${value} (${said})` },
      ]
    })
  const tieLines = (file: OwnerFile): readonly DataLine[] =>
    file.ties.map((tie) => ({
      ...{ key: file.id + tie.home, at: null, label: estate.placeName(tie.home) },
      value: joined(
        t(`owner.relation.${tie.relation}`),
        tie.share === null ? '' : t('owner.shareOf', { n: tie.share }),
        tie.since && t('owner.sinceDay', { day: tie.since }),
        tie.until && t('owner.untilDay', { day: tie.until }),
        tie.leftOn && t('owner.leftOn', { day: tie.leftOn }),
      ),
    }))
  const noteLines = ({ notes, papers }: OwnerFile): readonly DataLine[] => [
    ...notes.map(({ change, at, by, words, withdrawn }) => ({
      ...{ key: change, at, label: t('personal.note', { name: name(by) }) },
      value: withdrawn ? t('personal.takenBack', { words, why: withdrawn.why }) : words,
    })),
    ...papers.map(({ change, at, by, sort, title, on, until, photos, withdrawn }) => ({
      ...{ key: change, at, label: t('personal.paper', { name: name(by) }) },
      value: joined(
        ...[t(`owner.paper.sort.${sort}`), title, on && t('owner.paper.dated', { day: on })],
        ...[until && t('owner.untilDay', { day: until })],
        photos.length > 0 ? t('owner.paper.photos', { n: photos.length }) : '',
        withdrawn && t('personal.takenBack', { words: '', why: withdrawn.why }),
      ),
    })),
  ]
  const lookLines = (file: OwnerFile): readonly DataLine[] =>
    [
      ...file.reveals.map(({ change, at, by, tail, why }) => ({
        ...{ key: change, at, label: name(by), value: t('personal.revealed', { tail, why }) },
      })),
      ...file.dials.map(({ change, at, by, tail }) => ({
        ...{ key: change, at, label: name(by), value: t('personal.dialled', { tail }) },
      })),
      ...file.looks.map(({ change, at, by, why }) => ({
        ...{ key: change, at, label: name(by), value: t('personal.looked', { why }) },
      })),
      ...file.handOuts.map(({ change, at, by, how, why }) => ({
        ...{ key: change, at, label: name(by) },
        value: t('personal.handedOut', { how: t(`personal.how.${how}`), why }),
      })),
    ].sort((a, b) => a.at - b.at)
  /** For each sort of data: what it is used for, how they agreed, how long it is kept. */
  const purposeLines = ({ id, purpose, consent, consentOn, care, papers }: OwnerFile) => {
    const agreed = joined(t(`owner.consentIs.${consent}`), consentOn)
    const pictured = papers.filter(({ agreed, photos }) => agreed && photos.length > 0).length
    return [
      { key: 'file', value: joined(purpose, agreed) },
      {
        key: 'care',
        value: care && t('owner.care.agreed', { agreed: care.agreedOn, day: care.expiresOn }),
      },
      { key: 'papers', value: pictured > 0 ? t('personal.agreedPhotos', { n: pictured }) : '' },
      { key: 'spoken', value: t('personal.forHandling') },
    ].flatMap(({ key, value }) =>
      value ? [{ key: id + key, at: null, label: t(`personal.sort.${key}`), value }] : [],
    )
  }
  const ticketTitle = ({ tickets }: PersonalRecords, id: string) =>
    tickets.find((ticket) => ticket.id === id)?.title ?? ''

  return (data: PersonalRecords, isWhole: boolean): readonly DataSection[] => {
    const { files } = data
    const number = (text: string) => (isWhole || !text ? text : maskedPhone(text))
    const lines: readonly (readonly [key: string, lines: readonly DataLine[]])[] = [
      ['file', files.flatMap((file) => fileLines(file, isWhole))],
      ['ties', files.flatMap(tieLines)],
      ['purpose', files.slice(0, 1).flatMap(purposeLines)],
      ['notes', files.flatMap(noteLines)],
      [
        'callers',
        data.callers.map(({ id, saidAt, name, phone, words, ticket }) => ({
          ...{ key: id, at: saidAt, label: ticketTitle(data, ticket) || t('personal.aTicket') },
          value: joined(name, number(phone), words),
        })),
      ],
      [
        'visits',
        data.visits.map((visit) => ({
          ...{ key: visit.id, at: visit.made.at, label: name(visit.made.by) },
          value: joined(resultWords(visit), visit.said, visit.wish, visit.fee?.words ?? null),
        })),
      ],
      [
        'promises',
        data.promises.map(({ id, madeAt, promisedBy, words, dueAt }) => ({
          ...{ key: id, at: madeAt, label: name(promisedBy) },
          value: t('personal.promised', { words, time: dateAndTime(dueAt, estate.zone) }),
        })),
      ],
      [
        'letters',
        data.letters.map(({ id, written, sheet }) => ({
          ...{ key: id, at: written.at, label: sheet.salutation, value: sheet.body },
        })),
      ],
      [
        'repairs',
        data.repairs.map(({ id, written, sheet }) => ({
          ...{
            key: id,
            at: written.at,
            label: name(written.by),
            value: joined(sheet.found, sheet.done),
          },
        })),
      ],
      ['looked', files.flatMap(lookLines)],
    ]
    return lines.flatMap(([key, each]) =>
      each.length > 0 ? [{ key, title: t(`personal.section.${key}`), lines: each }] : [],
    )
  }
}
