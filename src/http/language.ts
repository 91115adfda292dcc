import type { IncomingMessage } from 'node:http'

/** The language a browser asks for first, such as `fr-FR`; empty when it names none. */
export function localeOf({ headers }: IncomingMessage): string {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*/i.exec(headers['accept-language'] ?? '')?.[0] ?? ''
}
