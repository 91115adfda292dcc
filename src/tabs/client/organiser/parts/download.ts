import type { Call } from '../../data/api/call.ts'
import { Failure } from '../../data/api/failure.ts'

/** Between two parts of a file (ms): one that is long may come for minutes. */
const PATIENCE = 30_000

type Wanted = { readonly path: string; readonly body: object; readonly heard: (bytes: number) => void }

async function partsOf({ body }: Response, again: () => void, heard: Wanted['heard']) {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    again()
    parts.push(part.value)
    bytes += part.value.length
    heard(bytes)
  }
  return parts
}

/** A file as it comes, until `stop` ends it. One that breaks off is no file. @throws Failure */
export async function receive(
  call: Call,
  { path, body, heard }: Wanted,
  stop: AbortController,
): Promise<File> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(() => stop.abort(), PATIENCE)
  }
  again()
  try {
    const response = await call<Response>('POST', path, body, stop.signal)
    const heads = response.headers
    const [, name = ''] = /filename="([\w.-]+)"/.exec(heads.get('content-disposition') ?? '') ?? []
    return new File(await partsOf(response, again, heard), name, { type: heads.get('content-type') ?? '' })
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown : new Failure('offline')
  } finally {
    clearTimeout(timer)
  }
}
