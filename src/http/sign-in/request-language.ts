import type { IncomingMessage } from 'node:http'

/** A page says by it which language Teams speaks: its browser may prefer another. */
const TEAMS = 'x-teams-locale'

function localeIn(header: string | string[] | undefined): string {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*/i.exec(String(header ?? ''))?.[0] ?? ''
}

/** The language of Teams, such as `fr-FR`; empty where the request does not say it. */
export const teamsLocaleOf = ({ headers }: IncomingMessage): string => localeIn(headers[TEAMS])

/** The language of Teams, else the one a browser asks for first; empty when neither is named. */
export function localeOf(request: IncomingMessage): string {
  return teamsLocaleOf(request) || localeIn(request.headers['accept-language'])
}
