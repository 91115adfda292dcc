import {
  type CommonCard,
  faultCard,
  helpCard,
  refusalCard,
} from '../../../src/conversation/replies/common-cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import type { Said, Samples } from '../sample.ts'

export function commonSamples({ say }: Words, _said: Said) {
  const help = { title: say('command.aide'), verb: 'conversation.say', data: { command: 'aide' } }
  return {
    'common/help': [
      helpCard(say('help.title'), say('unknown'), [help, help, help]),
      helpCard(say('help.title'), say('help.role.agent'), [help], [say('help.quote'), say('help.search')]),
    ],
    'common/notice': [
      refusalCard(say('refusal.title'), say('refusal.gone'), [help]),
      faultCard(say('error.title'), say('error.fault', { ref: '7f3k2q' })),
    ],
  } satisfies Samples<CommonCard>
}
