import assert from 'node:assert/strict'
import { handledText } from '../../src/tabs/client/organiser/broadcasts/sheet/progress-texts.ts'
import type { BroadcastView } from '../../src/tabs/contract/broadcasts.ts'
import { voice } from './translators.ts'

/** A broadcast to 27 people that was stopped after so many messages. */
function seen(state: BroadcastView['state'], sent: number): BroadcastView {
  const figures = { recipients: 27, handled: 27, sent, stopped: 27 - sent }
  return { state, figures, audience: { kind: 'everyone' } } as unknown as BroadcastView
}

describe('what heads the report of a broadcast', () => {
  it('says of one that was stopped what went and what did not, not that all was handled', () => {
    const texts = [0, 1, 25].map(sent => handledText(voice('fr'), seen('stopped', sent)))
    assert.deepEqual(texts, [
      '0 envoyé, 27 non partis',
      '1 envoyé, 26 non partis',
      '25 envoyés, 2 non partis',
    ])
    assert.equal(handledText(voice('en'), seen('stopped', 0)), '0 sent, 27 not sent')
  })

  it('says of any other how many messages were handled', () => {
    assert.equal(handledText(voice('fr'), seen('done', 27)), 'Messages traités\u00A0: 27 sur 27')
  })
})
