import type { ServerResponse } from 'node:http'
import type { Download, FileRoute, Flow } from '../../kernel/requests/route.ts'
import { withoutNul } from '../../kernel/text/text.ts'
import { mountPage, type Request, type Restify } from '../transport/restify.ts'
import type { FlowTimes } from '../transport/timeouts.ts'

function setHeads(response: ServerResponse, { type, name }: Pick<Download, 'type' | 'name'>): void {
  response.statusCode = 200
  response.setHeader('content-type', type)
  response.setHeader('content-disposition', `attachment; filename="${name}"`)
  response.setHeader('cache-control', 'no-store')
}

/** Sends a file to one person; never cached. */
export function sendDownload(response: ServerResponse, download: Download): void {
  setHeads(response, download)
  response.end(download.body)
}

/** Waits for the socket's buffer to drain. @returns whether there still is somebody to write to */
function waitDrained(response: ServerResponse, patience: number): Promise<boolean> {
  if (response.destroyed || response.socket?.destroyed !== false) return Promise.resolve(false)
  return new Promise(resolve => {
    const end = (room: boolean) => {
      clearTimeout(late)
      response.off('drain', drained).off('close', gone)
      resolve(room)
    }
    const drained = () => end(true)
    const gone = () => end(false)
    const late = setTimeout(gone, patience)
    response.once('drain', drained).once('close', gone)
  })
}

/**
 * Streams a file with backpressure: a part is made once the one before it was accepted. A client that accepts nothing
 * for too long, or is too slow in all, is disconnected, and its source released.
 */
export async function sendFlow(response: ServerResponse, flow: Flow, times: FlowTimes): Promise<void> {
  // Destroyed, not ended: the browser then knows that the file is incomplete.
  const late = setTimeout(() => response.destroy(), times.whole)
  try {
    setHeads(response, flow)
    for await (const part of flow.parts) {
      if (response.destroyed) return
      if (!response.write(part) && !(await waitDrained(response, times.room))) return void response.destroy()
    }
    response.end()
  } finally {
    clearTimeout(late)
    await flow.end()
  }
}

/** Mounts the files without a token; errors go up to the server. */
export function mountFiles(server: Restify, files: readonly FileRoute[]): void {
  for (const { path, run } of files) {
    mountPage(server, path, async ({ params }: Request, response: ServerResponse) => {
      const { type, name, body } = await run(withoutNul(params))
      response.setHeader('content-type', type)
      response.setHeader('content-disposition', `attachment; filename="${name}"`)
      // Revalidated at each use: it changes with its data.
      response.setHeader('cache-control', 'no-cache')
      response.end(body)
    })
  }
}
