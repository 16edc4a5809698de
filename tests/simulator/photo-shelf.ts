import { createHash } from 'node:crypto'
import { photoVerified } from '../../server/acceptance/photo-verified'
import type { PhotoItem } from '../../src/storage/photo-item'
import type { PhotoResult, PhotoWire } from '../../src/sync/photo-wire'
import type { WireServer } from '../support/acceptance'
import { isPhotoThere } from '../support/photo-server'
import type { Chance } from './chance'
import type { SimPhone } from './sim-phone'
import type { Cause } from './tally'

const OFFLINE: PhotoResult = { is: 'offline' }
const WRONG: PhotoResult = { is: 'wrong-bytes' }
const NOTHING = Buffer.alloc(0)

export interface ShelfWorld {
  readonly server: WireServer
  readonly chance: () => Chance
  readonly isStormy: () => boolean
  readonly tell: (phone: SimPhone, cause: Cause) => void
}

/** The server's shelf of photos behind a rough network: an upload may be cut at any byte, and goes on. */
export class PhotoShelf {
  readonly #begun = new Map<string, Buffer>()

  constructor(private readonly world: ShelfWorld) {}

  wireOf(phone: SimPhone): PhotoWire {
    return { send: (photo) => this.#send(phone, photo) }
  }

  #befalls(share: number): boolean {
    return this.world.isStormy() && this.world.chance().isLucky(share)
  }

  #mayKill(phone: SimPhone): void {
    if (!this.#befalls(0.06)) return
    this.world.tell(phone, 'killed in a photo')
    phone.life.end()
  }

  async #send(phone: SimPhone, photo: PhotoItem): Promise<PhotoResult> {
    phone.life.point()
    if (this.#befalls(0.1)) return OFFLINE
    const before = await isPhotoThere(this.world.server, photo.sha256)
    if (!before && !(await this.#receive(phone, photo))) return OFFLINE
    if (!before && !(await this.#finish(phone, photo))) return WRONG
    this.#mayKill(phone)
    return this.#befalls(0.1) ? OFFLINE : { is: 'confirmed' }
  }

  /** Takes in what comes, from where it was cut before. Answers whether all of it is here. */
  async #receive(phone: SimPhone, { sha256, blob }: PhotoItem): Promise<boolean> {
    const key = `${phone.caller.staff}/${sha256}`
    const bytes = Buffer.from(await blob.arrayBuffer())
    const begun = this.#begun.get(key) ?? NOTHING
    const left = bytes.length - begun.length
    const isCut = this.#befalls(0.4)
    const end = isCut ? begun.length + this.world.chance().whole(left) : bytes.length
    if (isCut) this.world.tell(phone, 'photo cut')
    this.#begun.set(key, Buffer.concat([begun, bytes.subarray(begun.length, end)]))
    this.#mayKill(phone)
    return end === bytes.length
  }

  /** Hashes what came. Wrong bytes are thrown away; right ones are told to all who name them. */
  async #finish(phone: SimPhone, { sha256, type }: PhotoItem): Promise<boolean> {
    const { staff } = phone.caller
    const key = `${staff}/${sha256}`
    const bytes = this.#begun.get(key) ?? NOTHING
    this.#begun.delete(key)
    if (this.#befalls(0.05)) {
      this.world.tell(phone, 'photo spoilt')
      bytes[0] = 255 - (bytes[0] ?? 0)
    }
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return false
    const { store, company, clock } = this.world.server
    const photo = { sha256, bytes: bytes.length, type, staff, verifiedAt: clock }
    await photoVerified(store, company, photo, this.world.server.newMark())
    return true
  }
}
