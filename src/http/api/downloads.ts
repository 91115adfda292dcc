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

/** What one person asked for, for them alone. */
export function sendDownload(response: ServerResponse, download: Download): void {
  setHeads(response, download)
  response.end(download.body)
}

/** @returns whether there is somebody to write to, once there is room for it */
function hasRoom(response: ServerResponse, patience: number): Promise<boolean> {
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
 * The same of what comes in parts: none is made before the one before it found room. Who takes nothing for so long, or
 * has not all of it in time, is let go, and so is what it was made from.
 */
export async function sendFlow(response: ServerResponse, flow: Flow, times: FlowTimes): Promise<void> {
  // Cut off, not ended: the browser then knows that it has not all of it.
  const late = setTimeout(() => response.destroy(), times.whole)
  try {
    setHeads(response, flow)
    for await (const part of flow.parts) {
      if (response.destroyed) return
      if (!response.write(part) && !(await hasRoom(response, times.room))) return void response.destroy()
    }
    response.end()
  } finally {
    clearTimeout(late)
    await flow.end()
  }
}

/** Files that carry no token; errors go up to the server. */
export function mountFiles(server: Restify, files: readonly FileRoute[]): void {
  for (const { path, run } of files) {
    mountPage(server, path, async ({ params }: Request, response: ServerResponse) => {
      const { type, name, body } = await run(withoutNul(params))
      response.setHeader('content-type', type)
      response.setHeader('content-disposition', `attachment; filename="${name}"`)
      // Kept nowhere without asking again: it changes when what it tells of does.
      response.setHeader('cache-control', 'no-cache')
      response.end(body)
    })
  }
}
