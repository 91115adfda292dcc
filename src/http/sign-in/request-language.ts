import type { IncomingMessage } from 'node:http'

/** Header by which a page passes the language of Teams: its browser may prefer another. */
const TEAMS = 'x-teams-locale'

function localeIn(header: string | string[] | undefined): string {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*/i.exec(String(header ?? ''))?.[0] ?? ''
}

/** The locale of Teams, such as `fr-FR`; empty where the request does not state it. */
export const teamsLocaleOf = ({ headers }: IncomingMessage): string => localeIn(headers[TEAMS])

/** The locale of Teams, else the browser's first Accept-Language; empty without either. */
export function localeOf(request: IncomingMessage): string {
  return teamsLocaleOf(request) || localeIn(request.headers['accept-language'])
}
