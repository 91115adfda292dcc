import type { IncomingMessage, ServerResponse } from 'node:http'
import { hasBody } from './bodies.ts'

/** Requests of one address, and of all, of which so many are read to their end after they were refused. */
const MOST = { each: 50, all: 500 }

/**
 * What is refused before its body has come. The rest is read and dropped, so that whoever still sends it sees why; but each holds
 * a socket for as long as a request may take, so where there are many the connection ends with the answer.
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
    /** To be called before the answer's headers are sent. */
    refusing(request: IncomingMessage, response: ServerResponse, address: string): void {
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
      // Once it is answered, the end of its socket is no longer told to a request.
      request.once('end', over)
      socket.once('close', over)
    },
  }
}
