import type { Account } from '../../server/account/account'
import type { ServerParts } from '../../server/http/environment'
import type { CommunityId } from '../../src/domain/community'
import type { CompanyId, StaffId } from '../../src/domain/id'
import type { PlaceId } from '../../src/domain/place'
import type { Role } from '../../src/domain/role'
import { newId } from './build/ids'
import { HttpClient } from './http-client'

export const PASSWORD = 'right-horse-battery'

let people = 0

/** A company on a test server whose people sign in over HTTP. */
export class HttpCompany {
  readonly id = newId<CompanyId>()
  readonly community = newId<CommunityId>()
  readonly building = newId<PlaceId>()

  private constructor(
    private readonly parts: ServerParts,
    private readonly url: string,
  ) {}

  static async begin(parts: ServerParts, url: string, name: string): Promise<HttpCompany> {
    const company = new HttpCompany(parts, url)
    await parts.accounts.addCompany(company.id, name, false)
    return company
  }

  async account(...roles: Role[]): Promise<Account> {
    const { id: company, community, building } = this
    const staff = newId<StaffId>()
    const grants = roles.map((role) => ({ role, community, buildings: [building] }))
    const name = `staff-${(people += 1)}`
    const account = { company, staff, account: name, name, roles, grants, closedAt: null }
    const act = { by: staff, at: this.parts.services.now() }
    if (!(await this.parts.accountDesk.open(account, PASSWORD, act))) throw new Error('taken')
    return account
  }

  stranger(): HttpClient {
    return new HttpClient(this.url)
  }

  async signedIn(...roles: Role[]): Promise<HttpClient> {
    const account = await this.account(...roles)
    const client = new HttpClient(this.url)
    const reply = await client.signIn(account.account, PASSWORD)
    if (reply.status !== 200) throw new Error(`sign-in: ${reply.status}`)
    return client
  }
}
