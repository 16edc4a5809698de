import { useI18n } from 'petite-vue-i18n'
import type { FacilityFields } from '../../domain/facility'
import { useEstate } from '../../stores/estate'

const NAMES: Readonly<Record<keyof FacilityFields, string>> = {
  ...{ name: 'name', place: 'place', system: 'system', maker: 'maker', model: 'model' },
  ...{ serial: 'serial', installedOn: 'installedOn', warrantyUntil: 'warrantyUntil' },
  ...{ photos: 'photos', certificate: 'certificateWhole', maintenance: 'maintenance' },
  nextMaintenanceOn: 'nextOn',
}

/** Each part of a facility by its name, and what stands in it as words. */
export const useFacilityWords = () => {
  const { t } = useI18n()
  const estate = useEstate()
  const partName = (part: keyof FacilityFields) => t(`facility.field.${NAMES[part]}`)

  const partWords = (fields: Partial<FacilityFields>, part: keyof FacilityFields): string => {
    const { place = null, system, photos = [], certificate, maintenance } = fields
    switch (part) {
      case 'place':
        return estate.placeName(place)
      case 'system':
        return system ? t(`facility.system.${system}`) : ''
      case 'photos':
        return photos.length > 0 ? t('facility.photoCount', { n: photos.length }) : ''
      case 'certificate':
        if (!certificate) return ''
        return certificate.number
          ? t('facility.certificateWords', {
              number: certificate.number,
              day: certificate.expiresOn,
            })
          : t('facility.expiresWords', { day: certificate.expiresOn })
      case 'maintenance': {
        if (!maintenance) return ''
        const { contractor, every, unit } = maintenance
        return t(`facility.everyWords.${unit}`, { contractor, n: every })
      }
      default:
        return fields[part] ?? ''
    }
  }
  return { partName, partWords }
}
