import { describe, expect, it } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import type { Place, PlaceId } from '../../src/domain/place'
import { pathOf } from '../../src/domain/place-path'
import { findablePlaces, searchPlaces } from '../../src/domain/place-search'
import { newId } from '../support/build/ids'

const community = newId<CommunityId>()
const places: Place[] = []
const lay = (place: object): PlaceId => {
  const id = newId<PlaceId>()
  places.push({ id, community, order: places.length, within: null, ...place } as Place)
  return id
}

/** Two zones; 3栋 with two entrances, 12栋 with one, 13栋; homes, common areas above and below ground. */
for (const [label, numbers] of [
  ['一期', ['1', '3']],
  ['二期', ['12', '13']],
] as const) {
  const zone = lay({ kind: 'zone', label })
  lay({ kind: 'area', label: `${label}地库`, within: zone, level: -1 })
  for (const number of numbers) {
    const building = lay({ kind: 'building', label: `${number}栋`, within: zone })
    lay({ kind: 'area', label: '大堂', within: building, level: 1 })
    lay({ kind: 'area', label: 'B1 消防泵房', within: building, level: -1 })
    for (const entrance of number === '12' ? [1] : [1, 2]) {
      const within = lay({ kind: 'entrance', label: `${entrance}单元`, within: building })
      for (const level of [1, 2, 5, 15])
        lay({
          ...{ kind: 'unit', label: `${level}01`, level, door: `${level}01`, occupancy: 'owner' },
          within,
        })
    }
  }
}
lay({ kind: 'area', label: '东门岗', level: null })

const byId = new Map(places.map((place) => [place.id, place]))
const nameOf = (place: Place) =>
  pathOf(place, (id) => byId.get(id))
    .filter(({ kind }) => kind !== 'zone')
    .map(({ label }) => label)
    .join('')
const find = (words: string) => searchPlaces(findablePlaces(places), words).map(nameOf)

describe('searching a place', () => {
  it.each([
    ...['3-2-501', '3栋2单元501', '三栋二单元五〇一', '3#2单元501室', '3幢2-501', '3号楼2单元501'],
    ...['3 2 501', '3-2-501', '3/2/501户', '一期3栋2单元501'],
  ])('[PL1] finds 3栋2单元501 by %s alone', (words) => {
    expect(find(words)).toEqual(['3栋2单元501'])
  })

  it.each([
    ...([
      ['三栋', '3栋'],
      ['3', '3栋'],
      ['3号楼', '3栋'],
      ['十二幢', '12栋'],
      ['3-2', '3栋2单元'],
      ['12-501', '12栋1单元501'],
      ['1栋大堂', '1栋大堂'],
      ['负一层 泵房', '1栋B1 消防泵房'],
      ['3栋b1', '3栋B1 消防泵房'],
      ['3栋泵房', '3栋B1 消防泵房'],
      ['一期地库', '一期地库'],
      ['岗', '东门岗'],
    ] as const),
  ])('[PL1] puts what %s means first', (words, first) => {
    expect(find(words)[0]).toBe(first)
  })

  it('[PL1] goes on from a number half typed, never from the middle of one', () => {
    expect(find('3-2-15')).toContain('3栋2单元1501')
    expect(find('1').slice(0, 1)).toEqual(['1栋'])
    expect(find('1')).toContain('12栋')
    expect(find('2栋')).toEqual([])
    expect(find('3栋2单元5')).toContain('3栋2单元501')
  })

  it('[PL1] says nothing to nothing, and to what is nowhere', () => {
    expect(find('')).toEqual([])
    expect(find(' -- ')).toEqual([])
    expect(find('游泳池')).toEqual([])
    expect(find('3-2-999')).toEqual([])
  })

  it('[PL1] keeps the order people walk among equals', () => {
    expect(find('泵房')).toEqual(['1', '3', '12', '13'].map((each) => `${each}栋B1 消防泵房`))
  })
})
