import type { Environment } from './variables.ts'

/** What no command reads. */
const KEPT_BACK = ['BOT_PASSWORD', 'LINK_SECRET', 'BALLOT_SECRET']

/**
 * What a command that the server starts is given: all that the server itself has, since a database may need any of it
 * (`NODE_EXTRA_CA_CERTS`, `PGPASSWORD`, `TMPDIR`), but for its secrets; `own` in place of what is called the same.
 */
export function childEnvironment(own: Environment, env: Environment = process.env): Environment {
  const given = Object.entries(env).filter(([name]) => !KEPT_BACK.includes(name))
  return { ...Object.fromEntries(given), ...own }
}
