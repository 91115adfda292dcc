import type { FootPart, HeaderPart, TabPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { foot } from '../../messages/index.ts'
import { MOST_THINGS } from '../rules/digest.ts'
import { kindOf, type NudgeCardContext, type Placed } from './cards.ts'

type DigestData = HeaderPart &
  TitlePart &
  FootPart &
  TabPart & {
    readonly items: readonly {
      readonly text: string
      /** The act with its object, for screen readers that read buttons one by one. */
      readonly tooltip: string
      readonly message: string
      readonly round: number
      readonly item: string
    }[]
    /** One Direction in which a kept commitment waits to be published, or none. */
    readonly stories: readonly {
      readonly direction: string
      readonly message: string
      readonly round: number
    }[]
  }
export type DigestNudgeCard = CardOf<'nudges/nudge/digest', DigestData>

/** An item in a sentence, unescaped; `item`: its index in the message. */
export type DigestLine = { readonly item: string; readonly text: string }

/** The digest, with a button per item. */
export function digestNudge(
  context: NudgeCardContext,
  shown: Placed,
  lines: readonly DigestLine[],
  waiting?: string,
): DigestNudgeCard {
  const { say } = context.words
  const act = say('nudge.see')
  return {
    template: 'nudges/nudge/digest',
    data: {
      icon: 'TaskListLtr',
      kind: kindOf(context, shown.direction),
      inTab: { tab: 'personal', wanted: 'cockpit' },
      title: say(lines.length > 0 ? 'nudge.digest' : 'nudge.digest.none'),
      items: lines.map(({ item, text }) => ({
        text: safe(text),
        tooltip: say('act.on', { act, text: plain(text) }),
        message: shown.id,
        round: shown.round,
        item,
      })),
      stories:
        waiting !== undefined && lines.length < MOST_THINGS
          ? [{ direction: waiting, message: shown.id, round: shown.round }]
          : [],
      ...foot(context.words, shown, lines.length > 0),
    },
  }
}
