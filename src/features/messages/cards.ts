import type { FootPart } from '../../cards/parts.ts'
import type { Words } from '../../i18n/words.ts'
import type { Message } from './domain.ts'

/**
 * What every message's card carries after its own acts: `{ "@part": "foot" }` as the last entry of its actions, and
 * this among its data.
 */
export function foot({ say }: Words, { id, round }: Pick<Message, 'id' | 'round'>): FootPart {
  const data = { message: id, round }
  return {
    foot: [
      { title: say('later'), verb: 'messages.later', data },
      { title: say('message.why'), verb: 'messages.why', data },
    ],
  }
}
