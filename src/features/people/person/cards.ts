import type { ButtonsPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { CardOf, PlainText, SafeText } from '../../../kernel/text/card.ts'
import type { Programme } from '../../programme/index.ts'

type Direction = { readonly id: string; readonly name: string }
type Choice = { readonly title: PlainText; readonly value: string }
type Button = ButtonsPart['buttons'][number]
/** `mine`: the address of the page that has all that is kept of the person. */
export type Privacy = Programme['privacy'] & { readonly mine?: string }
/** `correcting`: the Direction is asked though it is known. `back`: where they came from. */
type Course = {
  readonly correcting?: boolean
  readonly back?: Omit<Button, 'title'>
  readonly privacy?: Privacy
}

export type PersonWelcomeCard = CardOf<
  'people/person/welcome',
  {
    readonly greeting: string
    /** The sentence that names it; empty while it is not known. */
    readonly direction: string
    readonly asks: boolean
    /** Chosen in the question from the start; '' when none is. */
    readonly current: string
    readonly choices: readonly Choice[]
    /** Who answers for the person's data; empty where it is no greeting. */
    readonly data: string
  } & TitlePart &
    ButtonsPart
>
export type DirectionCard = CardOf<
  'people/person/direction',
  { readonly choices: readonly Choice[]; readonly again: object }
>
/** A link below an answer, for somebody to whom the bot cannot write. */
export type InstallCard = CardOf<'people/person/install', { readonly link: string }>
export type LanguageCard = CardOf<'people/person/language', { readonly current: string } & TitlePart>

function choicesOf(directions: readonly Direction[]): Choice[] {
  return directions.map(({ id, name }) => ({ title: plain(name), value: id }))
}

/** Buttons that stand for what one can type; the names are those of other features' commands. */
function startButtons(words: Words, { role, deputy }: Actor): Button[] {
  const say = (command: 'ateliers' | 'idee' | 'voter' | 'engager' | 'passer-le-relais') => ({
    title: words.say(`command.${command}`),
    verb: 'conversation.say',
    data: { command },
  })
  const start = [say('ateliers'), say('idee'), say('voter'), say('engager')]
  // An observer reads: the other buttons would end in a refusal.
  if (role === 'observer') return [say('ateliers')]
  return role === 'pilot' && !deputy ? [...start, say('passer-le-relais')] : start
}

/** Parentheses would end a link of Markdown. */
const address = (url: string) => url.replaceAll('(', '%28').replaceAll(')', '%29')

/** In one sentence who answers for people's data, and the ways to it; what the method file leaves out is said without a name. */
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

/** Where they work, and from when that counts, if it does not yet. */
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

/** The first word to a person, and the place where the Direction is asked or shown. */
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

/** A question below an answer in a channel; `again` shows the same answer once more. */
export function directionCard(directions: readonly Direction[], again: object): DirectionCard {
  return { template: 'people/person/direction', data: { choices: choicesOf(directions), again } }
}

export function installCard(link: string): InstallCard {
  return { template: 'people/person/install', data: { link } }
}

export function languageCard(words: Words): LanguageCard {
  return {
    template: 'people/person/language',
    data: { title: words.say('language.title'), current: words.say('language.current') },
  }
}
