import type { Environment } from './variables.ts'

/** Whether a proxy is named that Node is not told to use: the server then goes out without it. */
export function isProxyUnused(env: Environment = process.env): boolean {
  const named = env.HTTPS_PROXY ?? env.https_proxy ?? ''
  return named !== '' && env.NODE_USE_ENV_PROXY !== '1'
}
