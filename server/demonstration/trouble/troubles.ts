import { FIRE_TROUBLES } from './fire-trouble'
import { GROUND_TROUBLES } from './ground-trouble'
import { HOME_TROUBLES } from './home-trouble'
import { PLANT_TROUBLES } from './plant-trouble'
import type { Trouble } from './trouble'

const TROUBLES: ReadonlyMap<string, Trouble> = new Map(
  [...FIRE_TROUBLES, ...PLANT_TROUBLES, ...GROUND_TROUBLES, ...HOME_TROUBLES].map((trouble) => [
    trouble.at,
    trouble,
  ]),
)

/** What may go wrong with an item of a checklist. */
export const troubleOf = (checklist: string, item: string): Trouble | undefined =>
  TROUBLES.get(`${checklist}.${item}`)

/** Places where the same thing goes wrong again and again: buds somebody should see. */
const PRONE: Readonly<Record<string, number>> = {
  '二期地库 fire-garage.water': 5,
  '3栋 楼层消防 fire-floor.ebike': 9,
  '6栋 楼层消防 fire-floor.sign': 7,
  '7栋 电梯 lift.door': 8,
  '垃圾站 保洁 cleaning.bins': 4,
  '3栋 B1 消防泵房 fire-pump.leak': 1.5,
}

/** How likely it goes wrong at one look there. */
export const chanceOf = (stop: string, trouble: Trouble): number =>
  (trouble.share / 1_000) * (PRONE[`${stop} ${trouble.at}`] ?? 1)
