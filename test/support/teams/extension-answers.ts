import assert from 'node:assert/strict'
import { isNode, type Node, nodesIn, placedIn } from './card-tree.ts'
import { faultsOf } from './outgoing.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const PREVIEWS = ['application/vnd.microsoft.card.thumbnail', 'application/vnd.microsoft.card.hero']
/** Teams waits this long for a search and for a dialog, then says that the app does not answer. */
const PATIENCE = 5_000

export type Answered = { readonly status: number; readonly body: unknown }
export type Given = { readonly title: string; readonly text: string; readonly card: Node }

type Typed = (text: string) => boolean

/** Every kind of space as a plain one. */
function spaced(text: unknown): string {
  return String(text).replace(/[\u00A0\u202F]/g, ' ')
}

/** What Teams makes of an answer that comes late, or with anything but 200. */
export function checkAnswer({ status }: Answered, ms: number): void {
  assert.equal(status, 200, `the extension was answered ${status}: the client says «Unable to reach app»`)
  assert.ok(ms < PATIENCE, `the extension was answered after ${ms} ms`)
}

function resultOf(attachment: Node, typed: Typed): Given {
  const { contentType, content, preview } = attachment
  assert.equal(contentType, CARD)
  const faults = faultsOf(content, typed)
  assert.deepEqual(faults, [], 'Teams does not draw this result')
  assert.ok(isNode(preview) && PREVIEWS.includes(String(preview.contentType)), 'a result without a preview')
  assert.ok(isNode(preview.content) && preview.content.title, 'a preview without a title')
  const { title, text } = preview.content
  for (const line of [title, text]) assert.doesNotMatch(String(line), /<[a-z]/i, 'HTML in a preview')
  return { title: spaced(title), text: spaced(text ?? ''), card: content as Node }
}

/** What a search is answered: things to choose from, or words. */
export function readResults({ body }: Answered, typed: Typed): { found: readonly Given[]; words?: string } {
  const extension = isNode(body) ? body.composeExtension : undefined
  assert.ok(isNode(extension), `no client knows the answer ${JSON.stringify(body)}`)
  if (extension.type === 'message') {
    assert.ok(String(extension.text ?? '').trim() !== '', 'words that say nothing')
    return { found: [], words: spaced(extension.text) }
  }
  assert.equal(extension.type, 'result')
  assert.equal(extension.attachmentLayout, 'list')
  return { found: nodesIn(extension.attachments).map(each => resultOf(each, typed)) }
}

/**
 * What a pasted link becomes: the first card of the answer, or undefined where it stays a link. Words would be shown to
 * nobody.
 */
export function readUnfolded({ body }: Answered, typed: Typed): Given | undefined {
  const extension = isNode(body) ? body.composeExtension : undefined
  assert.ok(isNode(extension), `no client knows the answer ${JSON.stringify(body)}`)
  assert.deepEqual([extension.type, extension.attachmentLayout], ['result', 'list'])
  const [first, ...rest] = nodesIn(extension.attachments)
  assert.deepEqual(rest, [], 'only the first card is used')
  return first && resultOf(first, typed)
}

function dialogFaults(card: unknown, typed: Typed): string[] {
  const buttons = placedIn(card).filter(({ node }) => String(node.type).startsWith('Action.'))
  const mute = buttons.filter(({ node }) => !['Action.Submit', 'Action.OpenUrl'].includes(String(node.type)))
  return [...faultsOf(card, typed), ...mute.map(({ node }) => `${node.type} does nothing in a dialog`)]
}

/** What a dialog shows next: a card, words, or nothing once it is closed. */
export function readDialog({ body }: Answered, typed: Typed): { card?: Node; words?: string } {
  if (body === undefined) return {}
  const task = isNode(body) ? body.task : undefined
  assert.ok(isNode(task), `no dialog knows the answer ${JSON.stringify(body)}`)
  if (task.type === 'message') return { words: spaced(task.value) }
  assert.equal(task.type, 'continue')
  assert.ok(isNode(task.value) && task.value.title, 'a dialog without a title')
  const { card } = task.value
  assert.ok(isNode(card) && card.contentType === CARD, 'a dialog without a card')
  assert.deepEqual(dialogFaults(card.content, typed), [], 'Teams does not draw this dialog')
  return { card: card.content as Node }
}
