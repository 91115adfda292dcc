import type { Environment } from './variables.ts'

/** Secrets that no command reads. */
const KEPT_BACK = ['BOT_PASSWORD', 'LINK_SECRET', 'BALLOT_SECRET', 'ASSISTANT_KEY']

/**
 * Environment of a child process: the server's own, since a database may need any of it (`NODE_EXTRA_CA_CERTS`,
 * `PGPASSWORD`, `TMPDIR`), without the secrets; `own` overrides.
 */
export function childEnvironment(own: Environment, env: Environment = process.env): Environment {
  const given = Object.entries(env).filter(([name]) => !KEPT_BACK.includes(name))
  return { ...Object.fromEntries(given), ...own }
}
