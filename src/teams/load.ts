import type { Config } from '../config/index.ts'
import type { LocalSignIn, Teams, TeamsParts } from './index.ts'

/** Dynamic import: the bot SDK takes most of the start and of the memory. */
export async function loadTeams(config: Config, parts: TeamsParts, local?: LocalSignIn): Promise<Teams> {
  const { createTeams } = await import('./index.ts')
  const { bot, tenants } = config
  return createTeams({ ...(bot && { bot }), allowedTenants: tenants, ...(local && { local }) }, parts)
}
