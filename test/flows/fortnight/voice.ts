import type { WholeLanguage } from '../../../src/kernel/text/language.ts'
import type { Person } from '../../support/sign-in/cast.ts'
import type { Channel } from '../../support/teams/index.ts'
import { firstName } from './people.ts'

/** How the story is told. What stands in quotation marks is the product's or a person's own. */
export type Voice = {
  readonly receives: (who: Person, summary: string) => string
  /** Ends the sentence that says what brought it about. */
  readonly andReads: (summary: string) => string
  readonly posted: (channel: Channel, title: string) => string
  readonly became: (channel: Channel, title: string, news: readonly string[]) => string
  /** `on`: the title of the card that holds the button. */
  readonly presses: (who: Person, on: string, button: string, gist: string) => string
  readonly types: (who: Person, text: string, gist: string) => string
  readonly typesAloud: (who: Person, text: string, channel: Channel) => string
  /** Somebody does what no card shows: `what` is a sentence without its subject. */
  readonly does: (who: Person, what: string) => string
}

/** As many lines of a card as a story bears. */
const MOST = 4

function shortened(news: readonly string[]): string {
  return [...news.slice(0, MOST), ...(news.length > MOST ? ['…'] : [])].join(' · ')
}

/** Quotation marks, and others within them. */
function guillemets(text: string): string {
  return `« ${text.replace(/« /g, '“').replace(/ »/g, '”')} »`
}

function quotes(text: string): string {
  return `“${text.replace(/“/g, '‘').replace(/”/g, '’')}”`
}

const french: Voice = {
  receives: (who, summary) => `→ ${firstName(who)} reçoit : ${guillemets(summary)}`,
  andReads: summary => `et lit : ${guillemets(summary)}`,
  posted: ({ name }, title) => `# ${name} : une carte paraît, ${guillemets(title)}`,
  became: ({ name }, title, news) =>
    `# ${name} : la carte ${guillemets(title)} dit maintenant ${guillemets(shortened(news))}`,
  presses: (who, on, button, gist) =>
    `${firstName(who)}, sous ${guillemets(on)}, appuie sur ${guillemets(button)} et lit : ${guillemets(gist)}`,
  types: (who, text, gist) => `${firstName(who)} écrit ${guillemets(text)} et lit : ${guillemets(gist)}`,
  typesAloud: (who, text, { name }) =>
    `${firstName(who)} écrit ${guillemets(text)} dans ${name} : la carte de l’idée y répond.`,
  does: (who, what) => `${firstName(who)} ${what}`,
}

const english: Voice = {
  receives: (who, summary) => `→ ${firstName(who)} is told: ${quotes(summary)}`,
  andReads: summary => `and reads: ${quotes(summary)}`,
  posted: ({ name }, title) => `# ${name}: a card appears, ${quotes(title)}`,
  became: ({ name }, title, news) =>
    `# ${name}: the card ${quotes(title)} now says ${quotes(shortened(news))}`,
  presses: (who, on, button, gist) =>
    `${firstName(who)}, below ${quotes(on)}, presses ${quotes(button)} and reads: ${quotes(gist)}`,
  types: (who, text, gist) => `${firstName(who)} types ${quotes(text)} and reads: ${quotes(gist)}`,
  typesAloud: (who, text, { name }) =>
    `${firstName(who)} types ${quotes(text)} in ${name}: the idea’s card answers there.`,
  does: (who, what) => `${firstName(who)} ${what}`,
}

export const voices: Readonly<Record<WholeLanguage, Voice>> = { fr: french, en: english }
