import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { CompanyId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Photo } from '../../src/domain/photo'
import { photoVerified } from '../acceptance/photo-verified'
import type { PhotoShelf } from '../photo/photo-shelf'
import type { Store } from '../store/store'
import type { Hand } from './timeline'
import { demonstrationId } from './writer'

/** What the pictures show; `scripts/pictures.ts` draws each before and after. */
const SCENES = [
  ...(['pump', 'gauge', 'meter', 'lift-panel', 'cabinet'] as const),
  ...(['ebike', 'clutter', 'exit-sign', 'fire-door', 'board', 'ceiling', 'post'] as const),
  ...(['puddle', 'bins', 'tile', 'bush', 'rubble', 'gate'] as const),
] as const
export type Scene = (typeof SCENES)[number]

interface Picture {
  readonly path: string
  readonly photo: Omit<Photo, 'takenAt'>
}

const pathOf = (name: string) => fileURLToPath(new URL(`./picture/${name}.jpg`, import.meta.url))

const readPicture = async (name: string): Promise<Picture> => {
  const path = pathOf(name)
  const [bytes, preview] = await Promise.all([readFile(path), readFile(pathOf(`${name}.preview`))])
  const photo = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...{ width: 640, height: 480, bytes: bytes.length },
    preview: `data:image/jpeg;base64,${preview.toString('base64')}`,
  }
  return { path, photo }
}

/**
 * The demonstration's photos: drawn pictures, each a real file on the photo shelf, verified for
 * everyone who names it, as if they had sent it.
 */
export class Album {
  readonly #taken = new Map<string, Map<string, StaffId>>()

  private constructor(private readonly pictures: ReadonlyMap<string, Picture>) {}

  static async open(): Promise<Album> {
    const names = SCENES.flatMap((scene) => [`${scene}-before`, `${scene}-after`])
    const read = names.map(async (name) => [name, await readPicture(name)] as const)
    return new Album(new Map(await Promise.all(read)))
  }

  take(hand: Hand, scene: Scene, isGood: boolean, takenAt: Instant): Photo {
    const name = `${scene}-${isGood ? 'after' : 'before'}`
    const picture = this.pictures.get(name)
    if (!picture) throw new Error(`There is no picture ${name}`)
    const takers = this.#taken.get(name) ?? new Map<string, StaffId>()
    this.#taken.set(name, takers.set(hand.staff, hand.staff))
    return { ...picture.photo, takenAt }
  }

  /** Before any record names them, so that none is ever shown with its photo missing. */
  async shelve(store: Store, shelf: PhotoShelf, company: CompanyId, at: Instant): Promise<void> {
    for (const [name, takers] of this.#taken) {
      const picture = this.pictures.get(name)
      if (!picture) continue
      const { sha256, bytes } = picture.photo
      await shelf.keep(company, sha256, picture.path)
      for (const staff of takers.values()) {
        const verified = { sha256, bytes, type: 'image/jpeg', staff, verifiedAt: at }
        await photoVerified(store, company, verified, demonstrationId(`photo ${name} ${staff}`))
      }
    }
  }
}
