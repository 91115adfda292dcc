import { ActionNeeded } from './finding.ts'

/** Timeout of one call: half that of a check (ms), which may make two. */
const CALL = 4_000
/** Limit of a response in bytes: ten times the largest key set or token. */
const MOST = 1_000_000

export type HttpAnswer = {
  readonly status: number
  readonly text: string
  /** Server time of the response (ms), by its `Date` header; undefined without one. */
  readonly date?: number
}

/** Node's error codes for untrusted certificates (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const UNTRUSTED = /CERT|UNABLE_TO_|SELF_SIGNED/

function networkAdvice(code: string, host: string): string {
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return `DNS has no address for it, or none for your proxy`
  if (UNTRUSTED.test(code))
    return 'something on the way opens TLS: give its authority, NODE_EXTRA_CA_CERTS=/path/of/it.pem'
  return `let this machine out to ${host}, port 443, or through your proxy`
}

/** Error code of a failed `fetch`, which Node puts on its cause. */
function codeOf(error: unknown): string {
  const { name = '', cause } = Object(error) as { name?: string; cause?: { code?: string } }
  return cause?.code ?? (name === 'TimeoutError' ? 'no answer' : name)
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > MOST) throw new Error('too long')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** `Date` header (RFC 9110, 6.6.1) plus `Age`, the time in a cache. */
function dateOf({ headers }: Response): number | undefined {
  const date = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(date) ? undefined : date + Number(headers.get('age') ?? 0) * 1_000
}

/**
 * An HTTP call with the server's own settings of proxies and certificate authorities.
 * @throws ActionNeeded where there is no response
 */
export async function call(url: string, init: RequestInit = {}): Promise<HttpAnswer> {
  try {
    const signal = AbortSignal.timeout(CALL)
    const response = await fetch(url, { ...init, signal, redirect: 'error', cache: 'no-store' })
    const date = dateOf(response)
    return { status: response.status, text: await textOf(response), ...(date !== undefined && { date }) }
  } catch (error) {
    const { host } = new URL(url)
    const code = codeOf(error)
    throw new ActionNeeded(`${host} cannot be reached (${code}): ${networkAdvice(code, host)}`)
  }
}

/** The response as a JSON object; empty for anything else, such as a proxy's page. */
export function objectOf({ text }: HttpAnswer): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
