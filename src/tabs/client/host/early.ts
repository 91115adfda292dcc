import { askAhead } from '../api/ahead.ts'
import { callWith } from '../api/call.ts'
import { connect, type Host } from './connection.ts'

/**
 * The connection to Teams. A script of its own, read and run before React and Fluent are: Teams and the server answer
 * while the page is still on its way.
 */
export const connection: Promise<Host> = connect()

connection.then(
  ({ token }) => {
    if (!location.pathname.endsWith('/config')) askAhead(callWith(token))
  },
  // The page says it, once it can.
  () => {},
)
