import { isReachable } from './registered.ts'
import { type Environment, isOrigin, present, variables } from './variables.ts'

/** What Microsoft's portals are told of this server, as far as its settings say it yet. */
export type BotRegistration = {
  readonly botType: 'SingleTenant' | 'UserAssignedMsi'
  /** https origin without a trailing slash. */
  readonly publicUrl?: string
  readonly botId?: string
  readonly tenant?: string
  /** Client id of the tab's Entra application. */
  readonly clientId?: string
  /** Its Application ID URI. */
  readonly idUri?: string
  readonly catalogueId?: string
}

/** A setting that the server would take; undefined for a missing or malformed one. */
function settingOf(
  name: 'BOT_ID' | 'BOT_TENANT_ID' | 'AAD_APP_CLIENT_ID' | 'TEAMS_APP_ID',
  env: Environment,
) {
  const text = env[name]
  return text === undefined ? undefined : variables.shape[name].safeParse(text).data
}

function originIn({ PUBLIC_URL = '' }: Environment): string | undefined {
  return isOrigin(PUBLIC_URL) && isReachable(PUBLIC_URL) ? new URL(PUBLIC_URL).origin : undefined
}

/** Read before all settings are there: nothing of it is a fault. No secret is among it. */
export function readRegistration(env: Environment = process.env): BotRegistration {
  const set = present(env)
  const publicUrl = originIn(set)
  const botId = settingOf('BOT_ID', set)
  const managed = set.BOT_TYPE === 'UserAssignedMsi'
  const derived = publicUrl && botId ? `api://${new URL(publicUrl).host}/botid-${botId}` : undefined
  return {
    botType: managed ? 'UserAssignedMsi' : 'SingleTenant',
    publicUrl,
    botId,
    tenant: settingOf('BOT_TENANT_ID', set),
    clientId: settingOf('AAD_APP_CLIENT_ID', set) ?? (managed ? undefined : botId),
    idUri: set.AAD_APP_ID_URI ?? derived,
    catalogueId: settingOf('TEAMS_APP_ID', set),
  }
}
