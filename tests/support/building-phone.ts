import { mount } from '@vue/test-utils'
import { expect, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Place, PlaceId } from '../../src/domain/place'
import { homesScope } from '../../src/domain/scope'
import type { RecordVisit } from '../../src/domain/visit/owner-visit'
import { saveActs } from '../../src/storage/save-acts'
import { phoneKey } from '../../src/stores/phone'
import { newId } from './build/ids'
import { visitAct } from './build/visit'
import { author } from './phone-parts'
import { at, PatrolPhone } from './patrol-phone'

/** A phone with 7栋 1单元 on it: 501 and 301 lived in, 502 vacant. */
export const openBuilding = async () => {
  const phone = await PatrolPhone.open()
  const { community } = phone.estate
  const base = (label: string, within: PlaceId | null, order: number) => ({
    ...{ id: newId<PlaceId>(), community: community.id, within, label, order },
  })
  const building: Place = { ...base('7栋', null, 7), kind: 'building' }
  const entrance: Place = { ...base('1单元', building.id, 1), kind: 'entrance' }
  const unit = (level: number, door: string, occupancy: 'owner' | 'vacant'): Place => ({
    ...base(`${String(level)}${door}`, entrance.id, level),
    ...{ kind: 'unit', level, door, occupancy },
  })
  const homes = [unit(5, '01', 'owner'), unit(5, '02', 'vacant'), unit(3, '01', 'owner')]
  const laid = [building, entrance, ...homes].map((place) => ({
    ...{ kind: 'Place' as const, record: place.id, act: { act: 'lay' as const, place } },
  }))
  const { staff } = phone.phone.person
  const save = (acts: Parameters<typeof saveActs>[1], when = at(7), by = staff) =>
    saveActs(phone.database, acts, author(by, when))
  await save(laid)

  const unitOf = (nth: number): Place => {
    const found = homes[nth]
    if (!found) throw new Error(`There is no home ${String(nth)}`)
    return found
  }
  const serve = (roles: readonly string[] = ['steward'], scopes = [homesScope(building.id)]) =>
    Object.assign(phone.phone, { person: { ...phone.phone.person, roles, scopes } })
  const visit = (nth: number, when: number, said: Partial<RecordVisit> = {}, by = staff) => {
    const told = { community: community.id, building: building.id, home: unitOf(nth).id }
    const act = visitAct({ ...told, ...said })
    return save([{ kind: 'OwnerVisit', record: newId(), act }], when, by)
  }
  const open = async (page: object, props: object, words: string) => {
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [{ path: '/:all(.*)*', component: { template: '<p />' } }],
    })
    const part = mount(page as never, {
      props: props as never,
      global: {
        ...{ plugins: [...phone.plugins, router] },
        provide: { [phoneKey as symbol]: phone.phone },
      },
      attachTo: document.body,
    })
    await vi.waitFor(() => expect(part.text()).toContain(words), 5_000)
    return { part, router }
  }
  return { phone, community, building, entrance, homes, unitOf, save, serve, visit, open }
}
export type BuildingPhone = Awaited<ReturnType<typeof openBuilding>>
