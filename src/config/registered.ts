import type { SettingRule } from './fault.ts'
import { isOrigin } from './variables.ts'

/** Names that nobody has (RFC 2606, RFC 6762), this machine, and bare names and addresses: Teams reaches none of them. */
const NOWHERE = /(^|\.)(example(\.(com|net|org))?|test|invalid|localhost|local)$|^[^.]*$|^[\d.]+$|^\[/

/** Whether Teams, and a phone outside, may find what has this https address. */
export function isReachable(text: string): boolean {
  const url = URL.parse(text)
  return url?.protocol === 'https:' && !NOWHERE.test(url.hostname)
}

/**
 * What was registered with Microsoft stands in the server's settings and in the Teams package: what one refuses, the other
 * does not take.
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
