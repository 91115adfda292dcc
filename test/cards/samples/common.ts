import {
  type CommonCard,
  faultCard,
  helpCard,
  linkCard,
  refusalCard,
} from '../../../src/conversation/replies/common-cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { type LinkedKind, thingAddress } from '../../../src/kernel/requests/thing-link.ts'
import type { Said, Samples } from '../sample.ts'

export function commonSamples({ say }: Words, _said: Said) {
  const linked = (kind: LinkedKind) =>
    linkCard({
      name: say('app.name'),
      title: say(`link.${kind}`),
      link: thingAddress('https://faire.example.org', { kind, id: '7k3f9a2m4x5b6c8d' }),
      open: say('link.open'),
    })
  const help = { title: say('command.aide'), verb: 'conversation.say', data: { command: 'aide' } }
  return {
    'common/help': [
      helpCard(say('help.title'), say('unknown'), [help, help, help]),
      helpCard(say('help.title'), say('help.role.agent'), [help], [say('help.quote'), say('help.search')]),
    ],
    'common/link': [linked('idea'), linked('ballot'), linked('workshop'), linked('initiative')],
    'common/notice': [
      refusalCard(say('refusal.title'), say('refusal.gone'), [help]),
      faultCard(say('error.title'), say('error.fault', { ref: '7f3k2q' })),
    ],
  } satisfies Samples<CommonCard>
}
