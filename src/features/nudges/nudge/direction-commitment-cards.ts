import type { FootPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { withinQuotes } from '../../../kernel/text/quotes.ts'
import {
  button,
  footOf,
  kindOf,
  type NudgeButton,
  type NudgeCardContext,
  type Placed,
  publishButtons,
  publishedSentences,
} from './cards.ts'

type ActData = HeaderPart &
  TitlePart &
  FootPart & {
    readonly sentences: readonly { readonly text: string }[]
    readonly acts: readonly NudgeButton[]
  }

/** A sentence or two, and acts. */
export type ActNudgeCard = CardOf<'nudges/nudge/act', ActData>

/** An axis without ideas from the Direction; `spoken`: there is one by now. */
export type Silence = { readonly axis: string; readonly spoken: boolean }

export function silenceTitle(
  { words, programme }: NudgeCardContext,
  { axis, spoken }: Silence,
  said: typeof safe | typeof plain = plain,
): string {
  const name = said(withinQuotes(programme.axis(axis)?.title[words.language] ?? axis))
  return words.say(spoken ? 'nudge.silent.over' : 'nudge.silent', { axis: name })
}

function silenceSentences(words: Words, shown: Placed) {
  const published = publishedSentences(words, shown)
  return published.length > 0 ? published : [{ text: words.say('nudge.silent.sentence') }]
}

export function silenceNudge(context: NudgeCardContext, shown: Placed, silence: Silence): ActNudgeCard {
  const { words, programme } = context
  const { axis, spoken } = silence
  const idea = button(words.say('command.idee'), 'ideas.form', { box: '', message: shown.id })
  return {
    template: 'nudges/nudge/act',
    data: {
      icon: programme.axis(axis)?.icon ?? 'Lightbulb',
      kind: kindOf(context, shown.direction),
      title: silenceTitle(context, silence, safe),
      sentences: spoken ? [] : silenceSentences(words, shown),
      acts: spoken ? [idea] : [...publishButtons(words, shown), idea],
      ...footOf(words, shown, !spoken),
    },
  }
}

/** Shared commitments of the Direction that reach their horizon; `until`: milliseconds. */
type Horizons = { readonly count: Shown; readonly until: number; readonly open: boolean }

export function horizonsTitle({ words }: NudgeCardContext, { count }: Horizons): string {
  return words.say('nudge.horizons', { count })
}

export function horizonsNudge(context: NudgeCardContext, shown: Placed, horizons: Horizons): ActNudgeCard {
  const { words } = context
  const date = words.shortDay(horizons.until)
  return {
    template: 'nudges/nudge/act',
    data: {
      icon: 'Handshake',
      kind: kindOf(context, shown.direction),
      title: horizonsTitle(context, horizons),
      sentences: [{ text: words.say('nudge.horizons.sentence', { date }) }],
      acts: [
        button(words.say('commit.near'), 'commitments.near', { after: '', message: shown.id }),
        button(words.say('command.engager'), 'commitments.form', { message: shown.id }),
      ],
      ...footOf(words, shown, horizons.open),
    },
  }
}
