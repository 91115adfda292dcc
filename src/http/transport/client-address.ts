import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** Azure's proxies write the port too: `192.0.2.1:50000`, `[2001:db8::1]:50000`. */
const WITH_PORT = /^(?:\[([\da-f:.]+)\]|([\d.]+))(?::\d+)?$/i

/** IPv4 address, or the /64 prefix of an IPv6 one: one household or office. '' for what cannot be parsed. */
function network(text: string): string {
  const address = text
    .trim()
    .replace(WITH_PORT, '$1$2')
    .replace(/^::ffff:(?=\d+\.)/i, '')
  const kind = isIP(address)
  if (kind === 4) return address
  if (kind !== 6) return ''
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length)
  const all = [...groups, ...Array<string>(missing).fill('0'), ...(tail ? tail.split(':') : [])]
  return all.slice(0, 4).join(':')
}

/**
 * The client's address, for rate limits only. `proxies`: how many trusted ones append to `X-Forwarded-For`; entries
 * before theirs are forgeable. With none it is the socket's address.
 */
export function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const own = network(socket.remoteAddress ?? '')
  if (proxies === 0) return own
  const entries = String(headers['x-forwarded-for'] ?? '').split(',')
  return network(entries.at(-proxies) ?? '') || own
}
