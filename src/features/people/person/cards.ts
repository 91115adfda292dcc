import { overflowed } from '../../../cards/overflow.ts'
import type { ActsPart, AxesPart, ButtonsPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { CardOf, PlainText, SafeText } from '../../../kernel/text/card.ts'
import { SIMPLE } from '../../../kernel/text/language.ts'
import { axesPart, type Programme } from '../../programme/index.ts'
import type { LanguageChoice, OpenNow } from './domain.ts'

type Direction = { readonly id: string; readonly name: string }
type Choice = { readonly title: PlainText; readonly value: string }
type Button = ButtonsPart['buttons'][number]
/** `mine`: link to the page with the person's own data. */
export type Privacy = Programme['privacy'] & { readonly mine?: string }
/** `correcting`: asks for the Direction though it is known. `back`: where they came from. */
type Course = {
  readonly correcting?: boolean
  readonly back?: Omit<Button, 'title'>
  readonly privacy?: Privacy
  readonly axes?: Programme['axes']
  readonly open?: OpenNow
}

export type PersonWelcomeCard = CardOf<
  'people/person/welcome',
  {
    readonly greeting: string
    /** That one only has to write; empty for whoever only reads. */
    readonly write: string
    /** Sentence with the current Direction; empty while unknown. */
    readonly direction: string
    readonly asks: boolean
    /** Preselected Direction; '' without one. */
    readonly current: string
    readonly choices: readonly Choice[]
    /** What a correction does; empty on the first visit. */
    readonly later: string
    /** Data controller; empty except in a greeting. */
    readonly data: string
  } & TitlePart &
    AxesPart &
    ActsPart
>
export type DirectionCard = CardOf<
  'people/person/direction',
  { readonly choices: readonly Choice[]; readonly again: object }
>
/** A link below an answer, for somebody whom the bot cannot write to. */
export type InstallCard = CardOf<'people/person/install', { readonly link: string }>
export type LanguageCard = CardOf<
  'people/person/language',
  {
    readonly current: string
    /** What the languages that lack some texts have. */
    readonly notes: readonly { readonly text: string }[]
    readonly languages: readonly { readonly title: PlainText; readonly id: string }[]
  } & TitlePart
>

/** As before anything is known. */
const EVERYTHING: OpenNow = { vote: true, workshop: true, begin: true }

function choicesOf(directions: readonly Direction[]): Choice[] {
  return directions.map(({ id, name }) => ({ title: plain(name), value: id }))
}

/** What is open now, as buttons for other features' commands: likeliest first. */
function startButtons(words: Words, { role }: Actor, { vote, workshop, begin }: OpenNow): Button[] {
  const say = (command: 'ateliers' | 'idee' | 'voter' | 'engager'): Button => ({
    title: words.say(`command.${command}`),
    verb: 'conversation.say',
    data: { command },
  })
  // An observer only reads: the other buttons would be refused.
  if (role === 'observer') return [say('ateliers')]
  return [
    ...(vote ? [say('voter')] : []),
    ...(begin ? [say('idee'), say('engager')] : []),
    ...(workshop || !begin ? [say('ateliers')] : []),
  ]
}

/** Escapes parentheses, which would end a Markdown link. */
const address = (url: string) => url.replaceAll('(', '%28').replaceAll(')', '%29')

/** One line on the data controller, with links; parts missing from the method file are left out. */
function dataText({ say }: Words, { controller, contact, url, mine }: Privacy): string {
  const name = controller === undefined ? say('data.notice.controller') : safe(controller)
  const who = contact === undefined ? name : `${name} (${safe(contact)})`
  const links = [
    ...(mine === undefined ? [] : [`[${say('tab.data')}](${address(mine)})`]),
    ...(url === undefined ? [] : [`[${say('data.notice.full')}](${address(url)})`]),
  ]
  return [say('data.notice.line', { controller: who }), links.join(' · ')].filter(Boolean).join(' ')
}

/** The person's Direction, and from when it counts, if not yet. */
function whereText(
  words: Words,
  mine: Direction,
  { moving }: Actor,
  directions: readonly Direction[],
): string {
  const saved = words.say('direction.saved', { direction: safe(mine.name) })
  const from = directions.find(({ id }) => id === moving?.from)
  if (!moving || !from) return saved
  return `${saved} ${words.say('direction.moving', { date: words.shortDay(moving.at), from: safe(from.name) })}`
}

/** The acts; the correction of the Direction where it is known stands last, or beside the way back. */
function welcomeButtons(words: Words, actor: Actor, asks: boolean, course: Course): ActsPart['buttons'] {
  const { back, correcting, open = EVERYTHING } = course
  const correct = { title: words.say('direction.correct'), verb: 'people.change-direction', data: {} }
  if (back) return overflowed([{ title: words.say('direction.back'), ...back }, correct])
  if (correcting) return []
  const start = overflowed(startButtons(words, actor, open))
  return asks ? start : [...start, { ...correct, mode: 'secondary' }]
}

/** Welcome card; also asks for, or shows, the Direction. */
export function welcomeCard(
  words: Words,
  actor: Actor,
  directions: readonly Direction[],
  course: Course = {},
): PersonWelcomeCard {
  const { correcting = false, back, privacy = {}, axes = [], open = EVERYTHING } = course
  const { say } = words
  const mine = directions.find(direction => direction.id === actor.direction)
  const asks = correcting || !mine
  const greets = !correcting && !back
  const name: SafeText = safe(actor.name)
  const greeting = name === '' ? say('welcome.personal.unnamed') : say('welcome.personal', { name })
  return {
    template: 'people/person/welcome',
    data: {
      title: say('app.name'),
      greeting: greets ? greeting : '',
      write: greets && open.begin && actor.role !== 'observer' ? say('welcome.write') : '',
      direction: mine ? whereText(words, mine, actor, directions) : '',
      asks,
      current: mine?.id ?? '',
      choices: asks ? choicesOf(directions) : [],
      later: correcting ? say('direction.why.later') : '',
      data: greets ? dataText(words, privacy) : '',
      ...axesPart(words, greets ? axes : []),
      buttons: welcomeButtons(words, actor, asks, course),
    },
  }
}

/** The Direction question below an answer in a channel; `again`: data that shows the same answer once more. */
export function directionCard(directions: readonly Direction[], again: object): DirectionCard {
  return { template: 'people/person/direction', data: { choices: choicesOf(directions), again } }
}

export function installCard(link: string): InstallCard {
  return { template: 'people/person/install', data: { link } }
}

/** Languages on the card: with the two other buttons, as many as it takes. */
const ON_CARD = 4

/** What a language that lacks some texts has of them; '' for one that has them all. */
function noteOf({ say, share }: Words, { id, name, percent }: LanguageChoice): string {
  if (percent !== undefined) return say('language.partial', { name: safe(name), share: share(percent, 100) })
  return id === SIMPLE ? say('language.simple.sub') : ''
}

export function languageCard(words: Words, languages: readonly LanguageChoice[]): LanguageCard {
  const shown = languages.slice(0, ON_CARD)
  const notes = shown.map(each => noteOf(words, each)).filter(text => text !== '')
  if (languages.length > shown.length) notes.push(words.say('language.more'))
  return {
    template: 'people/person/language',
    data: {
      title: words.say('language.title'),
      current: words.say('language.current'),
      notes: notes.map(text => ({ text })),
      languages: shown.map(({ id, name }) => ({ title: plain(name), id })),
    },
  }
}
