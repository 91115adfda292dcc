import type { Environment } from './variables.ts'

/** Whether an HTTP proxy is set that Node is not told to use: outgoing calls then bypass it. */
export function isProxyUnused(env: Environment = process.env): boolean {
  const named = env.HTTPS_PROXY ?? env.https_proxy ?? ''
  return named !== '' && env.NODE_USE_ENV_PROXY !== '1'
}
