import type { AccountBook } from '../account/account-book'
import { DEMONSTRATION_PASSWORD } from './people'
import { demonstrationId } from './writer'
import type { CompanyId } from '../../src/domain/id'

/** `account password role company`, a line each, for whoever tries the demonstration. */
export const accountLines = async (accounts: AccountBook): Promise<readonly string[]> => {
  if (!(await accounts.hasDemonstration())) return []
  const lines: string[] = []
  for (const key of ['mengya', 'qinghe']) {
    const company = demonstrationId<CompanyId>(`company ${key}`)
    const name = await accounts.companyName(company)
    for (const { account, roles } of await accounts.all(company))
      lines.push(`${account} ${DEMONSTRATION_PASSWORD} ${roles.join('+')} ${name}`)
  }
  return lines
}
