import { createHash } from 'node:crypto'
import { photoVerified } from '../../server/acceptance/photo-verified'
import type { PhotoItem } from '../../src/storage/photo-item'
import type { PhotoResult, PhotoWire } from '../../src/sync/photo-wire'
import type { WireServer } from '../support/acceptance'
import { isPhotoThere } from '../support/photo-server'
import type { Chance } from './chance'
import type { SimPhone } from './sim-phone'

const OFFLINE: PhotoResult = { is: 'offline' }
const WRONG: PhotoResult = { is: 'wrong-bytes' }
const NOTHING = Buffer.alloc(0)

/** The server's shelf of photos behind a rough network: an upload may be cut at any byte, and goes on. */
export class PhotoShelf {
  readonly #begun = new Map<string, Buffer>()

  constructor(
    private readonly server: WireServer,
    private readonly chance: Chance,
    private readonly isStormy: () => boolean,
  ) {}

  wireOf(phone: SimPhone): PhotoWire {
    return { send: (photo) => this.#send(phone, photo) }
  }

  #befalls(share: number): boolean {
    return this.isStormy() && this.chance.isLucky(share)
  }

  async #send(phone: SimPhone, photo: PhotoItem): Promise<PhotoResult> {
    if (this.#befalls(0.1)) return OFFLINE
    const before = await isPhotoThere(this.server, photo.sha256)
    if (!before && !(await this.#receive(phone, photo))) return OFFLINE
    if (!before && !(await this.#finish(phone, photo))) return WRONG
    if (this.#befalls(0.06)) phone.die()
    return this.#befalls(0.1) ? OFFLINE : { is: 'confirmed' }
  }

  /** Takes in what comes, from where it was cut before. Answers whether all of it is here. */
  async #receive(phone: SimPhone, { sha256, blob }: PhotoItem): Promise<boolean> {
    const key = `${phone.caller.staff}/${sha256}`
    const bytes = Buffer.from(await blob.arrayBuffer())
    const begun = this.#begun.get(key) ?? NOTHING
    const left = bytes.length - begun.length
    const end = this.#befalls(0.4) ? begun.length + this.chance.whole(left) : bytes.length
    this.#begun.set(key, Buffer.concat([begun, bytes.subarray(begun.length, end)]))
    if (this.#befalls(0.06)) phone.die()
    return end === bytes.length
  }

  /** Hashes what came. Wrong bytes are thrown away; right ones are told to all who name them. */
  async #finish(phone: SimPhone, { sha256, type }: PhotoItem): Promise<boolean> {
    const { staff } = phone.caller
    const key = `${staff}/${sha256}`
    const bytes = this.#begun.get(key) ?? NOTHING
    this.#begun.delete(key)
    if (this.#befalls(0.05)) bytes[0] = 255 - (bytes[0] ?? 0)
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return false
    const { store, company, clock } = this.server
    const photo = { sha256, bytes: bytes.length, type, staff, verifiedAt: clock }
    await photoVerified(store, company, photo, this.server.newMark())
    return true
  }
}
