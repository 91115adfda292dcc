import { askingAhead } from '../api/ahead.ts'
import { callWith } from '../api/call.ts'
import { connect, type Host } from './connection.ts'
import { beginReading } from './first.ts'

/** Reading React and Fluent keeps a phone busy; Teams, where it is quick, has its word before (ms). */
const HEADSTART = 100

/**
 * The connection to Teams. A script of its own, run before React and Fluent are: Teams and the server answer while the
 * page is still on its way.
 */
export const connection: Promise<Host> = connect()

new Worker(new URL('./formats.ts', import.meta.url), { type: 'module' })

const late = new Promise(resolve => setTimeout(resolve, HEADSTART))
// Before the page hears of the connection, so that it finds what was asked. It says what went wrong, once it can.
const begun = connection
  .then(({ token, wanted }) => {
    beginReading(askingAhead(callWith(token)), location, wanted).catch(() => {})
    return token()
  })
  .catch(() => {})

const page = document.querySelector<HTMLScriptElement>('script[data-page]')?.dataset.page
if (page) void Promise.race([begun, late]).then(() => import(/* @vite-ignore */ page))
