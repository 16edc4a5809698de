import { useI18n } from 'petite-vue-i18n'
import type { AuditLine } from '../../stores/audit'
import type { Duty } from '../../stores/accounts'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'
import { useTimeWords } from '../../ui/time/use-time-words'
import { useAccountWords } from './use-account-words'

/** [AC15] A deed in words: who did what, to whom, and what was said of it. */
export const useAuditWords = () => {
  const { t } = useI18n()
  const { tick } = usePhone()
  const estate = useEstate()
  const { moment } = useTimeWords()
  const words = useAccountWords()
  const name = (staff: string | null) => estate.staffName(staff) || t('audit.somebody')

  const dutiesOf = (duties: readonly Duty[]): string =>
    duties
      .map((duty) =>
        duty.standIn
          ? t('audit.inPlace', { duty: words.whole(duty), name: name(duty.standIn.for) })
          : words.whole(duty),
      )
      .join(t('ui.comma'))
  const whom = ({ sort, staff, people, building }: AuditLine): string => {
    if (sort === 'account') return name(staff)
    const where = building ? estate.placeName(building) : ''
    if (where) return t('audit.peopleOf', { building: where })
    if (people === 'owner') return t('audit.ownerFile')
    return people === 'caller' ? t('audit.caller') : t('audit.record')
  }
  const deed = ({ sort, deed: done }: AuditLine): string => t(`audit.deed.${sort}.${done}`)
  const detail = ({ sort, why, given, taken }: AuditLine): string =>
    [
      given.length > 0 ? t('audit.given', { duties: dutiesOf(given) }) : '',
      taken.length > 0 ? t('audit.taken', { duties: dutiesOf(taken) }) : '',
      sort === 'erased' ? t(`audit.reason.${why}`) : why,
    ]
      .filter(Boolean)
      .join(' · ')
  return {
    name,
    whom,
    deed,
    detail,
    at: ({ at }: AuditLine): string => moment(at, tick.value, estate.zone),
    title: (line: AuditLine): string =>
      t('audit.title.line', { name: name(line.by), deed: deed(line), whom: whom(line) }),
  }
}
