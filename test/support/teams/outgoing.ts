import { complaintsOf, isKnown } from '../../cards/parser.ts'
import { isNode, type Node, nodesIn, placedIn } from './card-tree.ts'
import { Refused } from './refused.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
/** 100 KB in UTF-16: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/format-your-bot-messages */
const MESSAGE_LIMIT = 100 * 1_024
const BUTTONS = 6
/** Elements that Teams draws beyond version 1.5. Phones may not: they need a fallback. */
const NEWER =
  /^(Chart\.|Badge$|ProgressBar$|ProgressRing$|Rating$|Icon$|CodeBlock$|Carousel$|CarouselPage$|CompoundButton$|Input\.Rating$|Action\.(ResetInputs|Popover|OpenUrlDialog|InsertImage)$)/
const PART = /^(AdaptiveCard|Column|TableRow|TableCell|TextRun)$/

function versionFault({ version }: Node): string | undefined {
  if (typeof version !== 'string') return 'the card says no version: phones draw nothing'
  return /^1\.[0-5]$/.test(version) ? undefined : `Teams draws cards up to 1.5, not ${version}`
}

function elementFaults(card: Node): string[] {
  return placedIn(card).flatMap(({ node, around }) => {
    const type = String(node.type)
    if (isKnown(type) || PART.test(type)) return []
    if ([node, ...around].some(({ fallback }) => fallback !== undefined)) return []
    return [`${type} has no fallback${NEWER.test(type) ? '' : ', and Teams does not know it'}`]
  })
}

function buttonFaults(card: Node): string[] {
  const sets = [card, ...placedIn(card).map(({ node }) => node)].map(({ actions }) => nodesIn(actions).length)
  return sets
    .filter(count => count > BUTTONS)
    .map(count => `${count} buttons in one row: Teams shows ${BUTTONS}`)
}

function inputFaults(card: Node): string[] {
  const ids = placedIn(card).flatMap(({ node }) =>
    String(node.type).startsWith('Input.') ? [String(node.id)] : [],
  )
  return ids.filter((id, at) => ids.indexOf(id) !== at).map(id => `two inputs are called ${id}`)
}

/** Text left by a template that was not filled. What people typed themselves may look like it. */
function bindingFaults(card: Node, typed: (text: string) => boolean): string[] {
  const left =
    JSON.stringify(card)
      .replace(/\\\\/g, '')
      .match(/\$\{[^}"]*\}?/g) ?? []
  return left.filter(text => !typed(text)).map(text => `a literal ${text}`)
}

/** All that Teams would not draw, or not as meant. */
export function faultsOf(card: unknown, typed: (text: string) => boolean): string[] {
  if (!isNode(card) || card.type !== 'AdaptiveCard') return ['no Adaptive Card']
  const version = versionFault(card)
  const refresh = JSON.stringify(card).includes('"refresh"')
  return [
    ...(version ? [version] : []),
    ...(refresh ? ['`refresh` shows who voted, and calls from all of them'] : []),
    ...elementFaults(card),
    ...buttonFaults(card),
    ...inputFaults(card),
    ...bindingFaults(card, typed),
    ...complaintsOf(card),
  ]
}

/** The card of a message, if it has one. */
export function cardOf(activity: Node): Node | undefined {
  return nodesIn(activity.attachments)
    .filter(({ contentType }) => contentType === CARD)
    .map(({ content }) => content)
    .find(isNode)
}

/** @throws Refused 400 or 413 when Teams would not take the message. */
export function checkMessage(activity: Node, typed: (text: string) => boolean): void {
  // Half a kilobyte for what the SDK adds around it.
  const size = Buffer.byteLength(JSON.stringify([activity.text, activity.attachments ?? []]), 'utf16le') + 512
  if (size > MESSAGE_LIMIT) throw new Refused(413, 'MessageSizeTooBig', `${size} bytes`)
  const card = cardOf(activity)
  if (!card && !activity.text) throw new Refused(400, 'BadSyntax', 'the message is empty')
  const faults = card ? faultsOf(card, typed) : []
  if (card && !activity.summary && !activity.text)
    faults.push('no summary: the notification would say nothing')
  if (faults.length) throw new Refused(400, 'BadSyntax', faults.join('; '))
}
