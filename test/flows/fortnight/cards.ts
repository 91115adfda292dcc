import { isNode, type Node, placedIn } from '../../support/teams/card-tree.ts'
import { buttonsOn, textOnCard } from '../../support/teams/card-view.ts'
import { cardOf } from '../../support/teams/outgoing.ts'
import type { Topic } from './ledger.ts'

const TONES = ['good', 'warning', 'attention']

/** The first line of the tinted box that says what just happened. */
function noticeOn(card: unknown): string | undefined {
  const box = placedIn(card).find(
    ({ node }) => node.type === 'Container' && TONES.includes(String(node.style)),
  )
  return box && textOnCard(box.node).split('\n')[0]
}

export function headingOn(card: unknown): string | undefined {
  const heading = placedIn(card).find(({ node }) => node.style === 'heading')
  return heading && textOnCard(heading.node)
}

/** What a person reads first on a card: what just happened, or its title. */
export function gistOf(card: unknown): string {
  return noticeOn(card) ?? headingOn(card) ?? textOnCard(card).split('\n')[0] ?? ''
}

/** The lines of `after` that `before` did not have. */
export function newLines(before: string, after: string): string[] {
  const known = new Set(before.split('\n'))
  return after.split('\n').filter(line => !known.has(line))
}

function dataOn(card: unknown, name: string): string {
  const found = buttonsOn(card).map(({ data }) => (isNode(data) ? data[name] : undefined))
  return String(found.find(value => value !== undefined) ?? '')
}

export function topicOn(card: Node): Topic {
  const verbs = buttonsOn(card).map(({ verb }) => verb)
  if (!verbs.includes('messages.why')) return 'welcome'
  if (verbs.includes('nudges.answer')) return 'ideas-waiting'
  if (verbs.includes('feedback.give')) return 'workshop-feedback'
  if (verbs.includes('returns.item')) return 'moves'
  if (verbs.includes('ballots.choose')) return 'idea-balloted'
  if (verbs.includes('ballots.totals')) return 'idea-result'
  if (dataOn(card, 'idea') !== '') return 'idea-answered'
  if (dataOn(card, 'workshop') === '') return 'relay'
  return noticeOn(card) === undefined ? 'workshop-soon' : 'workshop-moved'
}

/** The first row of a card that tells several. */
export const itemOn = (card: unknown): string => dataOn(card, 'item')

/** Id of the workshop, ballot or idea that the card is about. */
export function thingOn(card: unknown): string {
  return dataOn(card, 'workshop') || dataOn(card, 'ballot') || dataOn(card, 'idea')
}

/** What a message of the bot says, and about which thing. */
export function readMessage(body: unknown): { summary: string; topic: Topic; thing: string } {
  const activity = isNode(body) ? body : {}
  const card = cardOf(activity) ?? {}
  return { summary: spaced(String(activity.summary ?? '')), topic: topicOn(card), thing: thingOn(card) }
}

/** Every kind of space as a plain one. */
export function spaced(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, ' ')
}
