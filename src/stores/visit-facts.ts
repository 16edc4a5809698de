import { picturesOf, type CheckIn, type CheckpointVisit } from '../domain/checkpoint-visit'
import type { Answer } from '../domain/form/answer'
import { isAlike } from '../domain/likeness'
import { reachOf } from '../domain/position'
import { DOUBT_RULES, type VisitFacts } from '../domain/visit-doubt'
import type { PhoneDatabase } from '../storage/phone-database'
import type { RoundView } from './patrol'
import { usePhone } from './phone'

/** How many looks at a checkpoint are gone back through. */
const LOOKED_BACK = 30

const earlierAt = async (
  database: PhoneDatabase,
  checkpoint: string,
): Promise<readonly CheckpointVisit[]> => {
  const rows = await database.checkpointVisits
    .where('[checkpoint+visitedAt]')
    .between([checkpoint, 0], [checkpoint, Infinity])
    .reverse()
    .limit(LOOKED_BACK)
    .toArray()
  return rows.map(({ record }) => record).filter(({ voided }) => voided === null)
}

export interface Look {
  readonly view: RoundView
  readonly checkpoint: string
  readonly asked: number
  readonly checkIn: CheckIn
  readonly answers: readonly Answer[]
}

/** What this phone knows of a look, gathered when it is made official. */
export const useVisitFacts = () => {
  const { database, person, now } = usePhone()

  /** [DO4] The earlier look here with a photo that looks the same. */
  const alikeOf = ({ checkIn, answers }: Look, earlier: readonly CheckpointVisit[]) => {
    const taken = picturesOf(checkIn, answers)
    const alike = earlier.find((visit) =>
      picturesOf(visit.checkIn, visit.answers).some((old) =>
        taken.some((photo) => isAlike(photo.likeness, old.likeness)),
      ),
    )
    return alike ? { alike: alike.id } : {}
  }

  /** [PA8] The last look here on another round of the same plan. */
  const lastLookOf = async ({ view }: Look, earlier: readonly CheckpointVisit[]) => {
    const plan = view.planned?.plan
    const least = plan?.spacing?.visits ?? null
    if (!plan || least === null) return {}
    for (const { round, visitedAt } of earlier) {
      const held = round === view.id ? undefined : await database.rounds.get(round)
      if (held?.record.plan === plan.id) return { lastLook: { at: visitedAt, least } }
    }
    return {}
  }

  /** [CI2] How far the phone took itself to be, where the point says where it is. */
  const distanceOf = async ({ checkIn, checkpoint }: Look) => {
    const fix = checkIn.position
    const own = (await database.checkpoints.get(checkpoint))?.record.position
    if (!own || !fix || fix.distance === null) return {}
    return { distance: { metres: fix.distance, accepted: reachOf(own.within, fix.accuracy) } }
  }

  const lastStopOf = ({ view }: Look) => {
    const own = view.stops.flatMap(({ visit }) =>
      visit?.visitedBy === person.staff && visit.facts ? [visit.facts.finishedAt] : [],
    )
    return own.length > 0 ? Math.max(...own) : null
  }

  const orderOf = ({ view, checkpoint }: Look) => {
    if ((view.round?.order ?? view.route?.order) !== 'fixed') return {}
    const at = view.stops.findIndex((stop) => stop.checkpoint === checkpoint)
    return { openBefore: view.stops.slice(0, at).filter(({ state }) => state === 'open').length }
  }

  return async (look: Look): Promise<VisitFacts> => {
    const { view, checkpoint, asked } = look
    const earlier = await earlierAt(database, checkpoint)
    const stop = view.stops.find((each) => each.checkpoint === checkpoint)
    return {
      ...{ rules: DOUBT_RULES, finishedAt: now(), asked, lastStopAt: lastStopOf(look) },
      ...(stop?.window ? { window: stop.window } : {}),
      ...(stop?.visit ? { instead: stop.visit.id } : {}),
      ...orderOf(look),
      ...alikeOf(look, earlier),
      ...(await distanceOf(look)),
      ...(await lastLookOf(look, earlier)),
    }
  }
}
