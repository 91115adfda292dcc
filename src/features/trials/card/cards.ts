import { overflowed } from '../../../cards/overflow.ts'
import type { ActsPart, FactsPart, FooterPart, HeaderPart, TabPart, TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { clausesOf } from '../../../kernel/text/clause.ts'
import type { Programme } from '../../programme/index.ts'
import { trialActs } from './button-cards.ts'
import type { TrialOnCard } from './domain.ts'
import { dayText, type MeasurePart, measurePart } from './measure-cards.ts'

/** What speaks of a trial: words, and the names of axes and Directions. */
export type TrialCardContext = {
  readonly words: Words
  readonly programme: Pick<Programme, 'axis' | 'direction'>
}

type Line = { readonly text: string | SafeText }
export type TrialCard = CardOf<
  'trials/card/sheet',
  HeaderPart &
    TitlePart &
    FactsPart &
    ActsPart &
    TabPart &
    FooterPart & {
      readonly hypothesis: string
      readonly change: string
      /** One at most. */
      readonly decisions: readonly { readonly heading: string; readonly lines: readonly Line[] }[]
      readonly measures: readonly MeasurePart[]
      readonly notes: readonly { readonly by: string; readonly text: SafeText }[]
    }
>

const ICON = 'Beaker'
/** Names of who tries it, and notes, on a card; the tab has more. */
const NAMES = 5
const NOTES = 2
/** Directions that are named; of more, how many there are. */
const NAMED = 3

const TONES = { planned: 'neutral', running: 'brand', due: 'warning', decided: 'neutral' } as const

function kindOf({ words, programme }: TrialCardContext, { axis = '', number }: TrialOnCard): string {
  const kind = number === 1 ? words.say('trial.card.kind') : words.say('trial.card.nth', { number })
  const title = programme.axis(axis)?.title[words.language]
  return title === undefined ? kind : words.say('trial.card.kind.axis', { kind, axis: safe(title) })
}

function badgeOf(
  { words: { say } }: TrialCardContext,
  { standing, ending }: TrialOnCard,
): HeaderPart['badge'] {
  if (!ending) return { text: say(`trial.card.state.${standing}`), tone: TONES[standing] }
  // The three ends have one tone: stopping is worth as much.
  return { text: say(`trial.card.decided.${ending.kind}`), tone: 'good' }
}

export function trialHeader(context: TrialCardContext, trial: TrialOnCard): HeaderPart {
  const badge = badgeOf(context, trial)
  return { icon: ICON, kind: kindOf(context, trial), ...(badge && { badge }) }
}

/** Names of a few Directions, or how many. */
function directionsText({ words, programme }: TrialCardContext, ids: readonly string[]): string {
  return ids.length > NAMED
    ? words.say('trial.card.directions', { count: ids.length })
    : ids.map(id => safe(programme.direction(id)?.name ?? id)).join(', ')
}

const TRYING = {
  none: 'trial.card.testers',
  named: 'trial.card.testers.named',
  others: 'trial.card.testers.others',
} as const
const TRIED = {
  none: 'trial.card.tried',
  named: 'trial.card.tried.named',
  others: 'trial.card.tried.others',
} as const

function testersText({ words: { say } }: TrialCardContext, { testers, names, ending }: TrialOnCard): string {
  const said = ending ? TRIED : TRYING
  const count = exact('shared', testers)
  const shown = names.slice(0, NAMES)
  const named = { count, names: shown.map(safe).join(', ') }
  if (shown.length === 0) return say(said.none, { count })
  const others = exact('shared', testers - shown.length)
  return testers > shown.length ? say(said.others, { ...named, others }) : say(said.named, named)
}

function factsOf(context: TrialCardContext, trial: TrialOnCard): FactsPart['facts'] {
  const { words } = context
  const { directions, site, from, until } = trial
  const where = [directionsText(context, directions), safe(site)].filter(part => part !== '').join(', ')
  const between = { from: dayText(words, from), until: dayText(words, until) }
  return [
    { icon: 'Location', text: where },
    { icon: 'CalendarLtr', text: words.say('trial.card.between', between) },
    { icon: 'People', text: testersText(context, trial) },
  ]
}

function decisionsOf(context: TrialCardContext, { ending }: TrialOnCard): TrialCard['data']['decisions'] {
  if (!ending) return []
  const { words } = context
  const { kind, on, why, learnt, directions } = ending
  const title = words.say(`trial.card.decided.${kind}`)
  const where = directionsText(context, directions)
  return [
    {
      heading: words.say('trial.card.decided.on', { title, date: dayText(words, on) }),
      lines: [
        ...(where === '' ? [] : [{ text: words.say('trial.card.decided.where', { where }) }]),
        { text: words.say('trial.card.why', { text: safe(why) }) },
        { text: words.say('trial.card.learnt', { text: safe(learnt) }) },
      ],
    },
  ]
}

function footerOf({ words: { say } }: TrialCardContext, { standing, mayTry, trying }: TrialOnCard): string {
  if (standing === 'decided' || !mayTry) return ''
  return say(trying ? 'trial.card.rules.trying' : 'trial.card.rules')
}

/** An observer reads no name. */
function noteBy({ say }: Words, name: string, date: string): string {
  return name === '' ? date : say('trial.card.note.by', { name: safe(name), date })
}

/** A trial for one person. */
export function trialCard(context: TrialCardContext, trial: TrialOnCard): TrialCard {
  const { words } = context
  const { say } = words
  const { ifWe, expected } = clausesOf(trial.hypothesis)
  const { change } = trial
  return {
    template: 'trials/card/sheet',
    data: {
      ...trialHeader(context, trial),
      inTab: { tab: 'gallery', wanted: trial.initiative },
      title: safe(trial.title),
      hypothesis: say('trial.card.hypothesis', {
        change: safe(ifWe),
        effect: safe(expected),
      }),
      change: change === '' ? '' : say('trial.card.change', { text: safe(change) }),
      decisions: decisionsOf(context, trial),
      facts: factsOf(context, trial),
      measures: trial.measures.map(measure => measurePart(words, trial, measure)),
      notes: trial.notes.slice(0, NOTES).map(({ name, text, at }) => ({
        by: noteBy(words, name, words.shortDay(at)),
        text: safe(text),
      })),
      buttons: overflowed(trialActs(words, trial)),
      footer: footerOf(context, trial),
    },
  }
}
