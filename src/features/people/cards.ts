import type { ButtonsPart, TitlePart } from '../../cards/parts.ts'
import { plain, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { CardOf, PlainText, SafeText } from '../../kernel/card.ts'
import type { PilotsCard } from './pilot-cards.ts'
import type { RelayCard } from './relay-cards.ts'

type Direction = { readonly id: string; readonly name: string }
type Choice = { readonly title: PlainText; readonly value: string }
type Button = ButtonsPart['buttons'][number]

export type WelcomeCard = CardOf<
  'people/welcome',
  {
    readonly greeting: string
    /** The sentence that names it; empty while it is not known. */
    readonly direction: string
    readonly asks: boolean
    /** Chosen in the question from the start; '' when none is. */
    readonly current: string
    readonly choices: readonly Choice[]
  } & TitlePart &
    ButtonsPart
>
export type DirectionCard = CardOf<
  'people/direction',
  { readonly choices: readonly Choice[]; readonly again: object }
>
/** A link below an answer, for somebody to whom the bot cannot write. */
export type InstallCard = CardOf<'people/install', { readonly link: string }>
export type LanguageCard = CardOf<'people/language', { readonly current: string } & TitlePart>
export type PeopleCard = WelcomeCard | DirectionCard | InstallCard | LanguageCard | RelayCard | PilotsCard

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

/**
 * The first word to a person, and the place where the Direction is asked or shown. `correcting`: it is asked though it is
 * known. `back`: where they came from.
 */
export function welcomeCard(
  words: Words,
  actor: Actor,
  directions: readonly Direction[],
  { correcting = false, back }: { readonly correcting?: boolean; readonly back?: Omit<Button, 'title'> } = {},
): WelcomeCard {
  const mine = directions.find(direction => direction.id === actor.direction)
  const asks = correcting || !mine
  const name: SafeText = safe(actor.name)
  const greeting =
    name === '' ? words.say('welcome.personal.unnamed') : words.say('welcome.personal', { name })
  return {
    template: 'people/welcome',
    data: {
      title: words.say('app.name'),
      greeting: correcting ? '' : greeting,
      direction: mine ? words.say('direction.saved', { direction: safe(mine.name) }) : '',
      asks,
      current: mine?.id ?? '',
      choices: asks ? choicesOf(directions) : [],
      buttons: back ? [{ title: words.say('direction.back'), ...back }] : startButtons(words, actor),
    },
  }
}

/** A question below an answer in a channel; `again` shows the same answer once more. */
export function directionCard(directions: readonly Direction[], again: object): DirectionCard {
  return { template: 'people/direction', data: { choices: choicesOf(directions), again } }
}

export function installCard(link: string): InstallCard {
  return { template: 'people/install', data: { link } }
}

export function languageCard(words: Words): LanguageCard {
  return {
    template: 'people/language',
    data: { title: words.say('language.title'), current: words.say('language.current') },
  }
}
