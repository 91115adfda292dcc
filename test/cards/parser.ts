import { createRequire } from 'node:module'
import type * as AC from 'adaptivecards'

// The package's own entry is ESM without file endings, which Node refuses; its bundle is what browsers load.
const parser = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof AC

// The parser tests `lang` with a global expression, which remembers its place and so refuses every second card.
const OWN_FAULT = /^Invalid value "(fr|en)" for property "lang"/
// Its warnings of unknown elements and actions: the contract looks at those, and at their fallbacks, itself.
const UNKNOWN = new Set([10, 11])

/** Teams shows six buttons in a row; the parser's own default is five. */
const TEAMS = new parser.HostConfig({ actions: { maxActions: 6 } })

/** What the official parser holds against a card, as sentences. */
export function complaintsOf(card: object): string[] {
  const context = new parser.SerializationContext(parser.Versions.v1_5)
  const parsed = new parser.AdaptiveCard()
  parsed.hostConfig = TEAMS
  parsed.parse(card, context)
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at))
  const found = [...events, ...parsed.validateProperties().validationEvents]
  const messages = found.filter(event => !UNKNOWN.has(event.event)).map(event => event.message)
  return messages.filter(message => !OWN_FAULT.test(message))
}

/** Element and action types that version 1.5 has. */
export function isKnown(type: string): boolean {
  const { GlobalRegistry } = parser
  return [GlobalRegistry.elements, GlobalRegistry.actions].some(kind => kind.findByName(type) !== undefined)
}
