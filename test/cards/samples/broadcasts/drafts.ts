import type { NamedThing } from '../../../../src/features/broadcasts/broadcast/domain.ts'
import { EMPTY_FORM } from '../../../../src/features/broadcasts/drafts/form.ts'
import { type BroadcastFormCard, formCard } from '../../../../src/features/broadcasts/drafts/form-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { cleanLine } from '../../../../src/kernel/text/text.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { longest } from './broadcast.ts'

function things(count: number, said: Said = text => text): readonly NamedThing[] {
  return Array.from({ length: count }, (_, at) => ({
    kind: at % 2 === 0 ? ('workshop' as const) : ('ballot' as const),
    id: `thing000000000${at}`,
    title: cleanLine(said(`Accueillir mieux, plus près ${at}`)),
  }))
}

export function broadcastDraftsSamples(words: Words, said: Said) {
  return {
    'broadcasts/drafts/form': [
      formCard({
        words,
        directions: programme.directions,
        things: things(6, said),
        workshops: things(6, said),
        more: false,
        fields: { ...EMPTY_FORM, nonce: 'n' },
      }),
      formCard({
        words,
        directions: programme.directions,
        things: things(40),
        workshops: things(40),
        more: true,
        fields: {
          text: longest,
          audience: 'directions',
          directions: programme.directions.map(({ id }) => id).join(),
          thing: 'workshop:thing0000000000',
          nonce: 'n',
          broadcast: 'c1',
        },
      }),
    ],
  } satisfies Samples<BroadcastFormCard>
}
