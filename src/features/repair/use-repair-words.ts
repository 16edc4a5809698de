import { useI18n } from 'petite-vue-i18n'
import type { RepairNote } from '../../domain/repair/repair-note'
import { isAgreedLate } from '../../domain/repair/sheet-fault'
import { yuanOf } from '../../domain/repair/money'
import {
  costOf,
  HUNDRED,
  owedOf,
  partTotal,
  type Part,
  type RepairSheet,
} from '../../domain/repair/repair-sheet'
import { dateAndTime, localDay } from '../../domain/time-zone'
import { useEstate } from '../../stores/estate'
import { useTimeWords } from '../../ui/time/use-time-words'

export interface SheetLine {
  readonly key: string
  readonly label: string
  readonly value: string
}

/** A repair sheet in words: what stands on the slip, in the order it is read. */
export const useRepairWords = () => {
  const { t } = useI18n()
  const estate = useEstate()
  const { clock } = useTimeWords()
  const money = (fen: number) => t('repair.yuan', { yuan: yuanOf(fen) })

  /** Over midnight both days are said. */
  const isSameDay = (one: number, other: number) =>
    localDay(one, estate.zone) === localDay(other, estate.zone)

  const partWords = (part: Part): string =>
    t('repair.partLine', {
      ...{ name: part.name, n: part.hundredths / HUNDRED, unit: part.unit },
      ...{ price: yuanOf(part.price), sum: yuanOf(partTotal(part)) },
    })

  const chargeWords = ({ charge, warranty }: RepairSheet): string => {
    if (charge === 'warranty' && warranty)
      return t('repair.charge.warrantyUntil', {
        ...{ of: t(`repair.warranty.${warranty.of}`), day: warranty.until },
      })
    return t(`repair.charge.${charge}`)
  }

  const whenWords = ({ arrivedAt, endedAt, minutes }: RepairSheet): string =>
    arrivedAt && endedAt
      ? t('repair.visit', {
          ...{
            from: dateAndTime(arrivedAt, estate.zone),
            until: isSameDay(arrivedAt, endedAt)
              ? clock(endedAt, estate.zone)
              : dateAndTime(endedAt, estate.zone),
          },
          n: minutes,
        })
      : ''

  const toLines = (lines: readonly (readonly [string, string])[]): readonly SheetLine[] =>
    lines
      .filter(([, value]) => value !== '')
      .map(([key, value]) => ({ key, label: t(`repair.line.${key}`), value }))

  const linesOf = (sheet: RepairSheet): readonly SheetLine[] =>
    toLines([
      ['where', estate.placeName(sheet.home ?? sheet.place)],
      ['when', sheet.arrivedAt && sheet.endedAt ? whenWords(sheet) : ''],
      ['found', sheet.found],
      ['done', sheet.done],
      ['parts', sheet.parts.map(partWords).join('\n')],
      ['labour', sheet.labour > 0 ? money(sheet.labour) : ''],
      ['charge', chargeWords(sheet)],
      ['agreed', sheet.agreed ? money(sheet.agreed.fen) : ''],
    ])

  /** [RN4] What only staff read of work the owner does not pay. */
  const staffLinesOf = (sheet: RepairSheet): readonly SheetLine[] =>
    toLines([
      ['cost', costOf(sheet) > 0 && owedOf(sheet) === 0 ? money(costOf(sheet)) : ''],
      ['courtesy', sheet.courtesy],
    ])

  const owedWords = (sheet: RepairSheet): string =>
    sheet.charge === 'own' ? money(owedOf(sheet)) : t('repair.free')

  const slipTitle = ({ community, voided }: RepairNote): string =>
    t(voided ? 'repair.slipVoided' : 'repair.slip', {
      community: estate.communities.find(({ id }) => id === community)?.name ?? '',
    })

  /** [RN12] What its paper says of it being void; nothing where it is not. */
  const voidWords = ({ voided }: RepairNote): string =>
    voided ? t('repair.paperVoided', { time: dateAndTime(voided.at, estate.zone) }) : ''

  /** Why no owner's name stands under it. */
  const unsignedWords = ({ unsigned }: RepairSheet): string =>
    unsigned ? t('repair.unsignedWhy', { why: unsigned }) : t('repair.unsignedCommon')

  return {
    isSameDay,
    slipTitle,
    voidWords,
    unsignedWords,
    money,
    linesOf,
    staffLinesOf,
    owedWords,
    chargeWords,
    isAgreedLate,
  }
}
