import { equal } from 'node:assert/strict'
import { screenOffer } from '../../src/tabs/client/organiser/workshops/room/screen-offer.ts'
import type { SceneView } from '../../src/tabs/contract/room/room.ts'

const voteOf = (id: string): SceneView => ({
  kind: 'vote',
  ballot: { id, question: 'Laquelle\u202F?', kind: 'dots', secret: false, closesAt: 1, options: [] },
})

describe('what a page offers for a vote that was just opened', () => {
  const offer = (scene: SceneView, screens: number) =>
    screenOffer({ screens: Array.from({ length: screens }), room: { scene } }, 'mine')

  it('is to show it, whatever the screen shows but this vote', () => {
    for (const scene of [{ kind: 'welcome' }, { kind: 'pause' }, voteOf('before')] as const)
      equal(offer(scene, 1), 'show')
    equal(offer(voteOf('mine'), 1), 'shown')
  })

  it('is nothing where no screen runs, also when its scene would be the vote', () => {
    equal(offer({ kind: 'welcome' }, 0), undefined)
    equal(offer(voteOf('mine'), 0), undefined)
  })
})
