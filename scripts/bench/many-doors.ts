import type { Place } from '../../src/domain/place'
import { DAY, MINUTE } from '../../src/domain/instant'
import { newId } from '../../tests/support/build/ids'
import { visitAct } from '../../tests/support/build/visit'
import type { WireClient } from '../../tests/support/wire-client'

const CALL = 200
const [LEVELS, DOORS] = [30, 12]

type Change = Parameters<WireClient['sync']>[0]

const send = async (client: WireClient, all: Change) => {
  for (let at = 0; at < all.length; at += CALL) {
    const { outcomes } = await client.sync(all.slice(at, at + CALL))
    const refused = outcomes.find(({ outcome }) => outcome === 'refused')
    if (refused) throw new Error(`Refused: ${JSON.stringify(refused)}`)
  }
}

/** Lays homes into a building of a steward, and visits them a year long, as ordinary acts. */
export const visitManyDoors = async (
  [manager, steward]: readonly [WireClient, WireClient],
  { homes, visits }: { readonly homes: number; readonly visits: number },
): Promise<void> => {
  const now = Date.now()
  const places = await manager.records<Place>('Place')
  const served = new Set<string>(steward.session?.scopes)
  const building = places.find(({ kind, id }) => kind === 'building' && served.has(`homes:${id}`))
  if (!building) throw new Error('The steward serves no building')
  const { community } = building
  const laid: Place[] = []
  let entrance: Place | null = null
  for (let each = 0; each < homes; each += 1) {
    const within = each % (LEVELS * DOORS)
    if (!entrance || within === 0) {
      const order = 100 + laid.length
      const label = `${String(order)}单元`
      entrance = { id: newId(), community, within: building.id, label, order, kind: 'entrance' }
      laid.push(entrance)
    }
    const [level, door] = [1 + Math.floor(within / DOORS), String(1 + (within % DOORS))]
    laid.push({
      ...{ id: newId(), community, within: entrance.id, label: `${String(level)}-${door}` },
      ...{ order: each, kind: 'unit', level, door, occupancy: each % 9 === 0 ? 'vacant' : 'owner' },
    })
  }
  await send(
    manager,
    laid.map((place) => ({ kind: 'Place', record: place.id, act: { act: 'lay', place } })),
  )
  const units = laid.filter(({ kind }) => kind === 'unit')
  await send(
    steward,
    Array.from({ length: visits }, (_, each) => {
      const home = units[(each * 7) % units.length]?.id ?? building.id
      const told = { community, building: building.id, home, said: '一家都好,楼道灯很亮' }
      return {
        ...{ kind: 'OwnerVisit', record: newId<string>() },
        act: visitAct({
          ...told,
          ...{ channel: each % 3 ? 'phone' : 'door', result: each % 5 ? 'met' : 'notHome' },
        }),
        at: now - ((each * 13) % 300) * DAY - (each % 600) * MINUTE,
      }
    }),
  )
}
