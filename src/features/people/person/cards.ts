import { overflowed } from '../../../cards/overflow.ts'
import type { ButtonsPart, Mode, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { CardOf, PlainText, SafeText } from '../../../kernel/text/card.ts'
import { SIMPLE } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import type { LanguageChoice } from './domain.ts'

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
}

export type PersonWelcomeCard = CardOf<
  'people/person/welcome',
  {
    readonly greeting: string
    /** Sentence with the current Direction; empty while unknown. */
    readonly direction: string
    readonly asks: boolean
    /** Preselected Direction; '' without one. */
    readonly current: string
    readonly choices: readonly Choice[]
    /** Data controller; empty except in a greeting. */
    readonly data: string
  } & TitlePart &
    ButtonsPart
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
    readonly languages: readonly { readonly title: PlainText; readonly id: string; readonly mode: Mode }[]
  } & TitlePart
>

function choicesOf(directions: readonly Direction[]): Choice[] {
  return directions.map(({ id, name }) => ({ title: plain(name), value: id }))
}

/** Buttons for commands, named after other features' commands. */
function startButtons(words: Words, { role, deputy }: Actor): Button[] {
  const say = (command: 'ateliers' | 'idee' | 'voter' | 'engager' | 'passer-le-relais') => ({
    title: words.say(`command.${command}`),
    verb: 'conversation.say',
    data: { command },
  })
  const start = [say('ateliers'), say('idee'), say('voter'), say('engager')]
  // An observer only reads: the other buttons would be refused.
  if (role === 'observer') return [say('ateliers')]
  return role === 'pilot' && !deputy ? [...start, say('passer-le-relais')] : start
}

/** Escapes parentheses, which would end a Markdown link. */
const address = (url: string) => url.replaceAll('(', '%28').replaceAll(')', '%29')

/** A sentence on the data controller with links; parts missing from the method file are left out. */
function dataText({ say }: Words, { controller, contact, url, mine }: Privacy): string {
  const sentence = say('data.notice', {
    controller: controller === undefined ? say('data.notice.controller') : safe(controller),
    contact: contact === undefined ? say('data.notice.contact') : safe(contact),
  })
  const links = [
    ...(mine === undefined ? [] : [`[${say('tab.data')}](${address(mine)})`]),
    ...(url === undefined ? [] : [`[${say('data.notice.full')}](${address(url)})`]),
  ]
  return [sentence, links.join(' · ')].filter(Boolean).join(' ')
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

/** Welcome card; also asks for, or shows, the Direction. */
export function welcomeCard(
  words: Words,
  actor: Actor,
  directions: readonly Direction[],
  { correcting = false, back, privacy = {} }: Course = {},
): PersonWelcomeCard {
  const mine = directions.find(direction => direction.id === actor.direction)
  const asks = correcting || !mine
  const name: SafeText = safe(actor.name)
  const greeting =
    name === '' ? words.say('welcome.personal.unnamed') : words.say('welcome.personal', { name })
  return {
    template: 'people/person/welcome',
    data: {
      title: words.say('app.name'),
      greeting: correcting ? '' : greeting,
      direction: mine ? whereText(words, mine, actor, directions) : '',
      asks,
      current: mine?.id ?? '',
      choices: asks ? choicesOf(directions) : [],
      data: correcting || back ? '' : dataText(words, privacy),
      buttons: back ? [{ title: words.say('direction.back'), ...back }] : startButtons(words, actor),
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

/** Languages in sight: with the two other buttons, as many as a card takes. */
const IN_SIGHT = 4

/** What a language that lacks some texts has of them; '' for one that has them all. */
function noteOf({ say, share }: Words, { id, name, percent }: LanguageChoice): string {
  if (percent !== undefined) return say('language.partial', { name: safe(name), share: share(percent, 100) })
  return id === SIMPLE ? say('language.simple.sub') : ''
}

export function languageCard(words: Words, languages: readonly LanguageChoice[]): LanguageCard {
  return {
    template: 'people/person/language',
    data: {
      title: words.say('language.title'),
      current: words.say('language.current'),
      notes: languages.map(each => ({ text: noteOf(words, each) })).filter(({ text }) => text !== ''),
      languages: overflowed(
        languages.map(({ id, name }) => ({ title: plain(name), id })),
        IN_SIGHT,
      ),
    },
  }
}
