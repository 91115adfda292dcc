import { overflowed } from '../../../cards/overflow.ts'
import type { ActsPart, ButtonsPart, FootPart } from '../../../cards/parts.ts'
import type { Words } from '../../../i18n/words.ts'
import type { SheetSeen } from './domain.ts'
import { isOpen, seeTrial, trialButtons } from './trial-cards.ts'

export type InitiativeButton = ButtonsPart['buttons'][number]
export type InitiativeSheetButton = ActsPart['buttons'][number]

/** Limit of Teams. */
const MOST_BUTTONS = 6

export function button(title: string, verb: string, data: InitiativeButton['data'] = {}): InitiativeButton {
  return { title, verb, data }
}

export function seeSheet({ say }: Words, initiative: string): InitiativeButton {
  return button(say('initiative.see'), 'initiatives.show', { initiative })
}

function seeGallery({ say }: Words): InitiativeButton {
  return button(say('initiative.list'), 'initiatives.list', { after: '' })
}

function joinButton({ say }: Words, { id, joined, mine }: SheetSeen): InitiativeButton {
  const leave = mine ? 'initiative.drop' : 'initiative.leave'
  const [title, joining] = joined ? ([leave, 'off'] as const) : (['initiative.join', 'on'] as const)
  return button(say(title), 'initiatives.join', { initiative: id, joined: joining })
}

/** An author's own support cannot be withdrawn. */
function supportButton({ say }: Words, { id, idea }: SheetSeen): InitiativeButton[] {
  if (idea.mine || idea.wroteJoined) return []
  const [title, support] = idea.supported
    ? (['idea.unsupport', 'off'] as const)
    : (['idea.support', 'on'] as const)
  return [button(say(title), 'initiatives.support', { initiative: id, support })]
}

function commitTo({ say }: Words, idea: string): InitiativeButton {
  return button(say('commit.take'), 'commitments.form', { idea })
}

/** Opens the comments, and from there the history. */
function readComments({ say }: Words, idea: string): InitiativeButton {
  return button(say('comment.list'), 'ideas.comments', { idea })
}

function readAll({ say }: Words, initiative: string): InitiativeButton {
  return button(say('initiative.read'), 'initiatives.read', { initiative })
}

export function inspireBy({ say }: Words, initiative: string): InitiativeButton {
  return button(say('initiative.inspire'), 'initiatives.inspire-form', { initiative })
}

function handOver({ say }: Words, { id, heirs }: SheetSeen): InitiativeButton[] {
  return heirs.length === 0
    ? []
    : [button(say('initiative.hand-over'), 'initiatives.hand-over-form', { initiative: id })]
}

function onMine(words: Words, sheet: SheetSeen): InitiativeButton[] {
  const { id, tried } = sheet
  const edit = button(words.say('initiative.edit'), 'initiatives.edit-form', { initiative: id })
  const [leave, commit] = [joinButton(words, sheet), commitTo(words, id)]
  // Beside a trial, comments are read from the whole sheet.
  if (tried) {
    const { tries, see } = trialButtons(words, sheet)
    return [...see, edit, readAll(words, id), ...tries, ...handOver(words, sheet), leave, commit]
  }
  return [edit, readAll(words, id), commit, readComments(words, id), ...handOver(words, sheet), leave]
}

/** « J’essaie » comes first, and « Je rejoins » stands behind « … ». */
function onTried(words: Words, sheet: SheetSeen): InitiativeButton[] {
  const { id, idea, mayCarry, tried } = sheet
  const carry = button(words.say('initiative.carry'), 'initiatives.carry', { initiative: id })
  const support = supportButton(words, sheet)
  const [join, inspire] = [joinButton(words, sheet), inspireBy(words, id)]
  const { tries, see } = trialButtons(words, sheet)
  return [
    ...tries,
    ...(mayCarry ? [carry] : []),
    ...see,
    ...(idea.supported ? [] : support),
    readAll(words, id),
    ...(tried?.trying ? [inspire, join] : [join, inspire]),
    commitTo(words, id),
    ...(idea.supported ? support : []),
  ]
}

/** Acts on a sheet, likeliest first. */
export function actsOn(words: Words, sheet: SheetSeen): InitiativeButton[] {
  if (sheet.mine) return onMine(words, sheet)
  if (isOpen(sheet.tried)) return onTried(words, sheet)
  const { id, idea, mayCarry, joined, phase } = sheet
  const carry = button(words.say('initiative.carry'), 'initiatives.carry', { initiative: id })
  const inspire = [inspireBy(words, id)]
  const join = [joinButton(words, sheet)]
  const support = supportButton(words, sheet)
  const ended = phase === 'done'
  return [
    // An ended initiative can still inspire ideas elsewhere.
    ...(ended ? inspire : []),
    ...trialButtons(words, sheet).see,
    ...(mayCarry ? [carry] : []),
    ...(joined || ended ? [] : join),
    ...(idea.supported ? [] : support),
    ...(mayCarry || ended ? [] : inspire),
    commitTo(words, id),
    readAll(words, id),
    ...(joined || ended ? join : []),
    ...(idea.supported ? support : []),
    readComments(words, id),
  ]
}

/** Acts for a reader without rights. */
export function readsOn(words: Words, { id, tried }: SheetSeen): InitiativeButton[] {
  return [
    ...(tried ? [seeTrial(words, id)] : []),
    readAll(words, id),
    readComments(words, id),
    seeGallery(words),
  ]
}

/** Buttons below the whole sheet. */
export function goesOnFrom(words: Words, sheet: SheetSeen, may: boolean): InitiativeButton[] {
  const { id, idea, resources } = sheet
  const links = button(words.say('initiative.links'), 'initiatives.links', { initiative: id, from: 0 })
  const comment = button(words.say('comment.send'), 'ideas.comment-form', { idea: id })
  return [
    seeSheet(words, id),
    ...(resources.length > 0 ? [links] : []),
    ...(idea.comments > 0 ? [readComments(words, id)] : []),
    ...(may ? [comment] : []),
    // The owner finds it on their own card.
    ...(sheet.mine ? [] : handOver(words, sheet)),
    seeGallery(words),
  ]
}

/** Acts of a message besides « Voir l’initiative », where all others are. */
const IN_MESSAGE = 2

/** As many buttons as fit; a message has the likeliest alone, then the sheet. */
export function arranged(
  words: Words,
  initiative: string,
  buttons: readonly InitiativeButton[],
  foot: FootPart['foot'] = [],
): InitiativeSheetButton[] {
  if (foot.length === 0) return overflowed(buttons.slice(0, MOST_BUTTONS))
  const others = buttons.filter(({ verb }) => verb !== 'initiatives.show')
  return overflowed([...others.slice(0, IN_MESSAGE), seeSheet(words, initiative)])
}
