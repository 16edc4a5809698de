import type { Form } from '../../src/domain/form/form'
import type { Instant } from '../../src/domain/instant'
import type { Place } from '../../src/domain/place'
import { localDay } from '../../src/domain/time-zone'
import { Album } from './album'
import { Chance } from './chance'
import { BEGAN, CompanyFiller, type DemonstrationParts } from './company-filler'
import { EstateBuilder, type Estate } from './estate'
import { DayEnds } from './owner/day-end'
import { layDoorMatters } from './owner/door-matters'
import { visitDoors } from './owner/door-visits'
import { answerLetters } from './owner/letters'
import { promiseOwners } from './owner/promises'
import { Residents } from './owner/residents'
import { hearSixtyDays } from './owner/sixty-days'
import { hearTheLatest } from './owner/stories'
import { visitHomes } from './owner/visits'
import { planDuties } from './duties'
import { maintainLifts } from './maintained'
import { reportLastWeek } from './owner/week-end'
import { seeInPassing } from './passing'
import { walkThePast } from './past-rounds'
import { OTHER_PEOPLE, PEOPLE } from './people'
import { formsOf, planningOf, type Planning } from './planning'
import { routeSketches } from './route-sketch'
import { tellStops } from './stops'
import { Timeline } from './timeline'
import { World } from './world'
import { writeClauses } from './clauses'
import { demonstrationId, type DemonstrationDevice } from './writer'

const SEED = 20_261_124
/** Homes nobody lives in, one or two of some buildings, by name. */
const vacantHomes = (places: readonly Place[]): readonly string[] =>
  ['1栋1单元', '3栋2单元', '4栋1单元', '5栋2单元', '6栋1单元', '8栋1单元'].flatMap((entrance) => {
    const within = demonstrationId(`place ${entrance}`)
    const home = places.find(
      (place) => place.kind === 'unit' && place.within === within && place.occupancy === 'vacant',
    )
    return home ? [`${entrance}${home.label}`] : []
  })

const fillMengya = async (parts: DemonstrationParts): Promise<CompanyFiller> => {
  const names = { company: '萌芽物业', community: '萌芽花园' }
  const filler = new CompanyFiller(parts, 'mengya', names)
  await filler.people(PEOPLE)
  await filler.ground('admin')
  const began = parts.now - BEGAN
  const chance = new Chance(SEED)
  const today = localDay(parts.now, 'Asia/Shanghai')
  const estate = new EstateBuilder(filler.communityId, demonstrationId, chance, today).build()
  const forms = formsOf('mengya')
  const sketches = routeSketches(vacantHomes(estate.places))
  const from = localDay(began, 'Asia/Shanghai')
  const planning = planningOf(filler.communityId, from, sketches, (who) => filler.hand(who).staff)
  await layOut(filler.hand('chenli').device, began, { estate, forms, planning })
  await writeClauses(filler.hand('chenli').device, began, filler.communityId)
  await layDoorMatters([filler.hand('chenli').device, filler.hand('wangfang').device], {
    ...{ at: began, now: parts.now, community: filler.communityId },
  })
  await planNightChecks(filler.hand('zhoujie').device, began, planning)
  const timeline = new Timeline(parts.now)
  const { community, hands } = filler
  const album = await Album.open()
  const world = new World({
    ...{ community, planning, forms, chance, timeline, album, began, hands },
  })
  walkThePast(world)
  seeInPassing(world)
  hearSixtyDays(world, estate.places)
  promiseOwners(world, estate.places)
  new Residents(world, estate.places).tell()
  hearTheLatest(world)
  answerLetters(world)
  visitHomes(world)
  visitDoors(world, estate.places)
  new DayEnds(world).tell()
  reportLastWeek(world)
  maintainLifts(world, estate)
  planDuties(world)
  tellStops(world, estate.places)
  await album.shelve(parts.store, parts.photos, filler.company, began)
  await timeline.write(parts.store, filler.hand('admin').device.caller)
  return filler
}

interface Layout {
  readonly estate: Estate
  readonly forms: readonly Form[]
  readonly planning: Planning
}

const layOut = async (manager: DemonstrationDevice, at: Instant, layout: Layout): Promise<void> => {
  const { estate, forms, planning } = layout
  for (const place of estate.places) manager.do(at, 'Place', place.id, { act: 'lay', place })
  for (const facility of estate.facilities)
    manager.do(at, 'Facility', facility.id, { act: 'install', facility })
  for (const form of forms) manager.do(at, 'Form', form.id, { act: 'publish', form })
  for (const checkpoint of planning.checkpoints)
    manager.do(at, 'Checkpoint', checkpoint.id, { act: 'set', checkpoint })
  for (const route of planning.routes) manager.do(at, 'Route', route.id, { act: 'draw', route })
  for (const plan of planning.plans)
    if (!plan.nightCheck) manager.do(at, 'PatrolPlan', plan.id, { act: 'plan', plan })
  await manager.send()
}

/** Planned by the one who checks: nobody else may know of them. */
const planNightChecks = async (
  checker: DemonstrationDevice,
  at: Instant,
  { plans }: Planning,
): Promise<void> => {
  for (const plan of plans)
    if (plan.nightCheck) checker.do(at, 'PatrolPlan', plan.id, { act: 'plan', plan })
  await checker.send()
}

const fillQinghe = async (parts: DemonstrationParts): Promise<CompanyFiller> => {
  const names = { company: '青禾物业', community: '青禾里' }
  const filler = new CompanyFiller(parts, 'qinghe', names)
  await filler.people(OTHER_PEOPLE)
  await filler.ground('qinghe-admin')
  return filler
}

/** 萌芽花园 from one seed, and a second company beside it. */
export const fillDemonstration = async (parts: DemonstrationParts): Promise<void> => {
  const qinghe = await fillQinghe(parts)
  const mengya = await fillMengya(parts)
  await qinghe.stand()
  await mengya.stand()
}
