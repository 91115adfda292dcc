import type { FootPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { foot } from '../../messages/index.ts'
import type { Appointed } from '../rules/appointment.ts'
import type { NudgeCardContext, Placed } from './cards.ts'

export type RelayNudgeCard = CardOf<
  'nudges/nudge/appointment',
  HeaderPart & TitlePart & FootPart & { readonly sentences: readonly { readonly text: string }[] }
>

function sentencesOf({ say }: Words, { as }: Appointed, other: string): string[] {
  const name = safe(other)
  const who = other === '' ? [] : [say(`nudge.relay.${as}.by`, { name })]
  return as === 'agent' ? [...who, say('nudge.relay.agent.stays')] : [...who, say(`nudge.relay.${as}.does`)]
}

function titleOf(
  { words, programme }: NudgeCardContext,
  { as, direction }: Appointed,
  shown: typeof safe | typeof plain,
) {
  const name = programme.direction(direction)?.name ?? words.say('message.direction')
  return words.say(`nudge.relay.${as}`, { direction: shown(name) })
}

/** For the notification. */
export function relaySummary(context: NudgeCardContext, appointed: Appointed): string {
  return titleOf(context, appointed, plain)
}

/** A new role and its tasks. `other`: name of who held it before, or holds it now. */
export function relayNudge(
  context: NudgeCardContext,
  { id, round }: Pick<Placed, 'id' | 'round'>,
  appointed: Appointed,
  other: string,
): RelayNudgeCard {
  const { words } = context
  return {
    template: 'nudges/nudge/appointment',
    data: {
      icon: 'PeopleSwap',
      kind: words.say('message.topic.relay'),
      title: titleOf(context, appointed, safe),
      sentences: sentencesOf(words, appointed, other).map(text => ({ text })),
      // News of a role cannot be postponed.
      ...foot(words, { id, round }, false),
    },
  }
}
