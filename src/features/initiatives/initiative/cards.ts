import type { FactsPart, FooterPart, FootPart, HeaderPart, TabPart, TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { stepFacts } from '../../next-steps/index.ts'
import type { Programme } from '../../programme/index.ts'
import {
  actsOn,
  arranged,
  button,
  type InitiativeButton,
  type InitiativeSheetButton,
  inspireBy,
  readsOn,
  seeSheet,
} from './button-cards.ts'
import { type InitiativeNamed, MOST_COUNTED, type SheetSeen, type SheetTrial } from './domain.ts'
import { isOpen, rulesText, seeTrial, trialFacts, tryIt } from './trial-cards.ts'

export type InitiativeAxes = Pick<Programme, 'axis'>

type SheetData = HeaderPart &
  TitlePart &
  FactsPart &
  FootPart &
  TabPart &
  FooterPart & {
    /** What a message tells; '' elsewhere. */
    readonly told: string
    readonly problem: string | SafeText
    readonly outcome: string | SafeText
    readonly buttons: readonly InitiativeSheetButton[]
  }
export type InitiativeSheetCard = CardOf<'initiatives/initiative/sheet', SheetData>

export const ICON = 'Rocket'
/** Characters of an excerpt. */
const EXCERPT = 300

/** The beginning of a text. */
export function excerpt(text: string, letters = EXCERPT): SafeText {
  const all = [...text]
  return safe(all.length <= letters ? text : `${all.slice(0, letters - 1).join('')}…`)
}

export function axisTitle(
  words: Words,
  { axis }: InitiativeAxes,
  id: string | undefined,
): string | undefined {
  const title = id === undefined ? undefined : axis(id)?.title[words.language]
  return title === undefined ? undefined : safe(title)
}

/** Deep link to its sheet in the gallery. */
export function inGallery({ id }: InitiativeNamed): TabPart {
  return { inTab: { tab: 'gallery', wanted: id } }
}

/** Where it stands, in a word: what became of its trial once that began, or its phase. */
export function stageText({ say }: Words, { phase, trial }: InitiativeNamed): string {
  return trial === undefined || trial === 'planned'
    ? say(`initiative.phase.${phase}`)
    : say(`initiative.trial.${trial}`)
}

export function headerOf(words: Words, axes: InitiativeAxes, initiative: InitiativeNamed): HeaderPart {
  const { idea, phase } = initiative
  const axis = axisTitle(words, axes, idea.axis)
  return {
    icon: ICON,
    kind: axis === undefined ? words.say('initiative.kind.plain') : words.say('initiative.kind', { axis }),
    badge: { text: stageText(words, initiative), tone: phase === 'done' ? 'good' : 'brand' },
  }
}

export function ownerText({ say }: Words, { owner, ownerName }: InitiativeNamed): string {
  if (owner === undefined) return say('initiative.seekOwner')
  return ownerName === ''
    ? say('initiative.owner.unknown')
    : say('initiative.owner', { name: safe(ownerName) })
}

export function supportsText({ say }: Words, { idea: { supports, directions } }: InitiativeNamed): string {
  return say('idea.supports', {
    count: exact('supports', supports),
    directions: exact('supports', directions),
  })
}

function membersText({ say }: Words, { members }: InitiativeNamed): string {
  return say('initiative.members', { count: exact('shared', members) })
}

type Facts = FactsPart['facts']

function ownerFact(words: Words, initiative: InitiativeNamed): Facts[number] {
  return { icon: 'Person', text: ownerText(words, initiative) }
}

/** « Reprise par 3 initiatives », once it was. */
function takenFact({ say }: Words, { lineage: { taken } }: SheetSeen): Facts {
  if (taken === 0) return []
  const many = taken > MOST_COUNTED
  const count = exact('ideas', Math.min(taken, MOST_COUNTED))
  return [{ icon: 'ArrowForward', text: say(many ? 'initiative.taken.more' : 'initiative.taken', { count }) }]
}

/** The same with current counts, for one person. `supportsTold`: the first sentence says them already. */
function factsOf(words: Words, sheet: SheetSeen, supportsTold: boolean): Facts {
  const supports = supportsText(words, sheet)
  const { supported, mine } = sheet.idea
  const text = supported && !mine ? words.say('idea.supports.yours', { supports }) : supports
  return [
    ownerFact(words, sheet),
    { icon: 'People', text: membersText(words, sheet) },
    ...trialFacts(words, sheet.tried),
    ...(supportsTold ? [] : [{ icon: 'ThumbLike', text }]),
    ...takenFact(words, sheet),
    ...stepFacts(words, sheet.idea.next),
  ]
}

function sheetData(words: Words, axes: InitiativeAxes, initiative: InitiativeNamed) {
  return {
    ...headerOf(words, axes, initiative),
    ...inGallery(initiative),
    title: safe(initiative.title),
    told: '',
    problem: excerpt(initiative.problem),
    outcome: excerpt(initiative.outcome),
  }
}

/**
 * Additions to a sheet: what a message tells, and acts that come first. `supportsTold`: the card's first sentence, the
 * answer to a tap, says the support count already.
 */
type Beside = Partial<FootPart> & {
  readonly told?: string
  readonly first?: readonly InitiativeButton[]
  readonly supportsTold?: boolean
}

/** An initiative for one person, who may act or only read. */
export function sheetCard(
  words: Words,
  axes: InitiativeAxes,
  sheet: SheetSeen,
  may: boolean,
  { told = '', foot = [], first = [], supportsTold = false }: Beside = {},
): InitiativeSheetCard {
  const buttons = may ? actsOn(words, sheet) : readsOn(words, sheet)
  return {
    template: 'initiatives/initiative/sheet',
    data: {
      ...sheetData(words, axes, sheet),
      told,
      facts: factsOf(words, sheet, supportsTold),
      buttons: arranged(words, sheet.id, [...first, ...buttons], foot),
      foot,
      // Says before an act who will read the person's name.
      footer: may ? rulesText(words, sheet.tried, sheet.joined) : '',
    },
  }
}

/** Acts in a channel, likeliest first; while it is tried, « Je rejoins » stands behind « … ». */
function postedActs(words: Words, { id, owner, phase }: InitiativeNamed, tried: SheetTrial | undefined) {
  const { say } = words
  const on = (title: string, verb: string, data: object = {}) =>
    button(title, verb, { initiative: id, ...data })
  const join = on(say('initiative.join'), 'initiatives.join', { joined: 'on' })
  const support = on(say('idea.support'), 'initiatives.support', { support: 'on' })
  const carry = owner === undefined ? [on(say('initiative.carry'), 'initiatives.carry')] : []
  const [inspire, see] = [inspireBy(words, id), seeSheet(words, id)]
  if (isOpen(tried)) return [tryIt(words, id), ...carry, seeTrial(words, id), support, see, join, inspire]
  const trial = tried ? [seeTrial(words, id)] : []
  return [
    ...carry,
    ...(phase === 'done' ? [inspire, ...trial, support, join] : [join, support, inspire]),
    see,
  ]
}

/** The card in a channel: only its owner's name, and nothing that changes with each tap. */
export function postedCard(
  words: Words,
  axes: InitiativeAxes,
  initiative: InitiativeNamed,
  tried?: SheetTrial,
): InitiativeSheetCard {
  return {
    template: 'initiatives/initiative/sheet',
    data: {
      ...sheetData(words, axes, initiative),
      facts: [ownerFact(words, initiative), ...trialFacts(words, tried)],
      buttons: arranged(words, initiative.id, postedActs(words, initiative, tried)),
      foot: [],
      footer: rulesText(words, tried, false),
    },
  }
}

/** An initiative that can no longer be seen; for its owner, with the reason. */
export function goneCard({ say }: Words, reason = '', foot: FootPart['foot'] = []): InitiativeSheetCard {
  return {
    template: 'initiatives/initiative/sheet',
    data: {
      icon: ICON,
      kind: say('initiative.kind.plain'),
      title: say('initiative.gone'),
      told: reason === '' ? '' : say('refusal.idea-hidden', { reason: safe(reason) }),
      problem: '',
      outcome: '',
      facts: [],
      buttons: [],
      foot,
      footer: '',
    },
  }
}
