import type { IncomingMessage, ServerResponse } from 'node:http'
import { hasBody } from './bodies.ts'

/** How many refused requests, of one address and of all, have their body read to its end. */
const MOST = { each: 50, all: 500 }

/**
 * Requests refused before their body has arrived. The rest is read and discarded, so that the client sees the
 * response; but each holds a socket meanwhile, so beyond a limit the connection ends with the response.
 */
export function createRejectedBodies(most = MOST) {
  const byAddress = new Map<string, number>()
  let all = 0

  function count(address: string, by: 1 | -1): void {
    all += by
    const left = (byAddress.get(address) ?? 0) + by
    if (left > 0) byAddress.set(address, left)
    else byAddress.delete(address)
  }

  return {
    /** Call it before the response's headers are sent. */
    refusingBody(request: IncomingMessage, response: ServerResponse, address: string): void {
      if (request.complete || !hasBody(request)) return
      const isMany = all >= most.all || (byAddress.get(address) ?? 0) >= most.each
      if (isMany) return void response.setHeader('connection', 'close')
      count(address, 1)
      const { socket } = request
      const over = () => {
        request.off('end', over)
        socket.off('close', over)
        count(address, -1)
      }
      // After the response, the end of the socket is no longer reported on the request.
      request.once('end', over)
      socket.once('close', over)
    },
  }
}
