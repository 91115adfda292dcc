import type { SettingRule } from './fault.ts'
import { isOrigin } from './variables.ts'

/** Reserved names (RFC 2606, RFC 6762), loopback, bare host names and addresses: Teams can reach none of them. */
const NOWHERE = /(^|\.)(example(\.(com|net|org))?|test|invalid|localhost|local)$|^[^.]*$|^[\d.]+$|^\[/

/** Whether an https URL can be publicly reachable, as Teams and phones need. */
export function isReachable(text: string): boolean {
  const url = URL.parse(text)
  return url?.protocol === 'https:' && !NOWHERE.test(url.hostname)
}

/**
 * Rules on what is registered with Microsoft, which stands in the server's settings and in the Teams package: both
 * validate alike.
 */
export const REGISTERED: readonly SettingRule[] = [
  {
    variable: 'PUBLIC_URL',
    advice: 'give your own host name, one that Teams can reach: no example, no IP address, not this machine',
    broken: ({ PUBLIC_URL }) => PUBLIC_URL !== undefined && isOrigin(PUBLIC_URL) && !isReachable(PUBLIC_URL),
  },
  {
    variable: 'AAD_APP_CLIENT_ID',
    advice:
      'give the client id of an Entra application of the tab’s own: a managed identity cannot be its audience',
    broken: ({ BOT_TYPE, BOT_ID, AAD_APP_CLIENT_ID }) =>
      BOT_TYPE === 'UserAssignedMsi' &&
      BOT_ID !== undefined &&
      AAD_APP_CLIENT_ID?.toLowerCase() === BOT_ID.toLowerCase(),
  },
]
