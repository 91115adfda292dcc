import { callWith } from '../data/api/api-client.ts'
import { keepingEarlyAnswers } from '../data/api/early-answers.ts'
import { beginReading } from '../data/sources/first-reading.ts'
import { keptHere, noteSheets } from './cached-page.ts'
import { connect, type Host } from './connection.ts'

/** Reading React and Fluent keeps a phone busy; Teams, where it is quick, has its word before (ms). */
const HEADSTART = 100
/** The same where something is kept to show meanwhile, once Teams says who is there (ms). */
const CACHED_HEADSTART = 600

/**
 * The connection to Teams. A separate script, run before React and Fluent are loaded, so that Teams and the server
 * answer meanwhile.
 */
export const connection: Promise<Host> = connect()

new Worker(new URL('./formats.ts', import.meta.url), { type: 'module' })

const kept = keptHere()
const showing = kept ? import('./cached-page-display.ts') : undefined
showing?.catch(() => {})

/** Shows what the tab showed last, where the same person opens it as it begins. */
async function showCachedFor(host: Host): Promise<void> {
  if (kept && showing && host.wanted === '') await (await showing).showCachedPage(kept, host)
}

const late = new Promise(resolve => setTimeout(resolve, kept ? CACHED_HEADSTART : HEADSTART))
// Before the page gets the connection, so that it finds the early requests; failures are reported later.
const begun = connection
  .then(async host => {
    beginReading(keepingEarlyAnswers(callWith(host.token)), location, host.wanted).catch(() => {})
    // What was asked leaves with the token; laying out comes after it.
    await host.token().catch(() => {})
    await showCachedFor(host)
  })
  .catch(() => {})

const page = document.querySelector<HTMLScriptElement>('script[data-page]')?.dataset.page
if (page)
  void Promise.race([begun, late]).then(() => {
    noteSheets()
    return import(/* @vite-ignore */ page)
  })
