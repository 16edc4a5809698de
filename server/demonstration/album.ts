import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { CompanyId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Photo } from '../../src/domain/photo'
import type { Signature } from '../../src/domain/signature'
import { photoVerified } from '../acceptance/photo-verified'
import type { PhotoShelf } from '../photo/photo-shelf'
import type { Store } from '../store/store'
import { SIGNERS, type SignerKey } from './signer'
import type { Hand } from './timeline'
import { demonstrationId } from './writer'

/** What the pictures show; `scripts/pictures.ts` draws each before and after. */
const SCENES = [
  ...(['pump', 'gauge', 'meter', 'lift-panel', 'cabinet'] as const),
  ...(['ebike', 'clutter', 'exit-sign', 'fire-door', 'board', 'ceiling', 'post'] as const),
  ...(['puddle', 'bins', 'tile', 'bush', 'rubble', 'gate'] as const),
] as const
export type Scene = (typeof SCENES)[number]

/** A drawn file, as a record names it. */
interface Drawing {
  readonly path: string
  readonly ref: Omit<Photo, 'takenAt' | 'preview' | 'likeness'>
}

interface Picture extends Drawing {
  readonly preview: string
}

const pathOf = (name: string) => fileURLToPath(new URL(`./picture/${name}.jpg`, import.meta.url))

const readDrawing = async (name: string, width: number, height: number): Promise<Drawing> => {
  const path = pathOf(name)
  const bytes = await readFile(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { path, ref: { sha256, width, height, bytes: bytes.length } }
}

const readPicture = async (name: string): Promise<Picture> => {
  const [drawing, preview] = await Promise.all([
    readDrawing(name, 640, 480),
    readFile(pathOf(`${name}.preview`)),
  ])
  return { ...drawing, preview: `data:image/jpeg;base64,${preview.toString('base64')}` }
}

const readSignature = (key: SignerKey): Promise<Drawing> =>
  readDrawing(`signature-${key}`, 400, 200)

/**
 * The demonstration's photos: drawn pictures, each a real file on the photo shelf, verified for
 * everyone who names it, as if they had sent it.
 */
export class Album {
  readonly #taken = new Map<Drawing, Set<StaffId>>()

  private constructor(
    private readonly pictures: ReadonlyMap<string, Picture>,
    private readonly signatures: ReadonlyMap<SignerKey, Drawing>,
  ) {}

  static async open(): Promise<Album> {
    const names = SCENES.flatMap((scene) => [`${scene}-before`, `${scene}-after`])
    const read = names.map(async (name) => [name, await readPicture(name)] as const)
    const signed = (['wang', 'ding'] as const).map(
      async (key) => [key, await readSignature(key)] as const,
    )
    return new Album(new Map(await Promise.all(read)), new Map(await Promise.all(signed)))
  }

  take(hand: Hand, scene: Scene, isGood: boolean, takenAt: Instant): Photo {
    const name = `${scene}-${isGood ? 'after' : 'before'}`
    const picture = this.pictures.get(name)
    if (!picture) throw new Error(`There is no picture ${name}`)
    this.#take(picture, hand)
    return { ...picture.ref, preview: picture.preview, takenAt }
  }

  /** Somebody signs on the phone of whoever is there. */
  sign(hand: Hand, signer: SignerKey, signedAt: Instant): Signature {
    const drawing = this.signatures.get(signer)
    if (!drawing) throw new Error(`There is no signature of ${signer}`)
    this.#take(drawing, hand)
    return { ...SIGNERS[signer], signedAt, picture: { ...drawing.ref, takenAt: signedAt } }
  }

  #take(drawing: Drawing, hand: Hand): void {
    const takers = this.#taken.get(drawing) ?? new Set()
    this.#taken.set(drawing, takers.add(hand.staff))
  }

  /** Before any record names them, so that none is ever shown with its photo missing. */
  async shelve(store: Store, shelf: PhotoShelf, company: CompanyId, at: Instant): Promise<void> {
    for (const [{ path, ref }, takers] of this.#taken) {
      const { sha256, bytes } = ref
      await shelf.keep(company, sha256, createReadStream(path))
      for (const staff of takers) {
        const verified = { sha256, bytes, type: 'image/jpeg', staff, verifiedAt: at }
        await photoVerified(store, company, verified, demonstrationId(`photo ${sha256} ${staff}`))
      }
    }
  }
}
