import { type Endpoint, textWithin } from './door.ts'

/** What the endpoint lists. `ids`: absent where it lists nothing that can be read. */
export type ListedModels = { readonly status: number; readonly ids?: readonly string[] }

/** Of the list: bytes, and models. */
const MOST = { bytes: 5_000_000, models: 10_000 }

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function idsIn(text: string | undefined): readonly string[] | undefined {
  const { data } = Object(parsed(text ?? '')) as { data?: unknown }
  if (!Array.isArray(data)) return undefined
  return data.slice(0, MOST.models).flatMap(model => {
    const { id } = Object(model) as { id?: unknown }
    return typeof id === 'string' ? [id] : []
  })
}

/** The models of an endpoint, for an operator's check. Rejects where nobody answers. */
export async function listModels({ url, key }: Endpoint, signal: AbortSignal): Promise<ListedModels> {
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }
  const response = await fetch(`${url}/models`, { headers, redirect: 'error', cache: 'no-store', signal })
  const { status } = response
  const ids = status === 200 ? idsIn(await textWithin(response, MOST.bytes)) : undefined
  if (status !== 200) await response.body?.cancel()
  return { status, ...(ids && { ids }) }
}
