import type { Browser } from 'playwright-core'
import { LANGUAGES } from '../../../src/kernel/text/language.ts'
import { launch } from '../window.ts'
import {
  ideaAnswered,
  myBallot,
  myHorizon,
  myHorizonMoved,
  myWorkshop,
  relayed,
  workshopMoved,
} from './agent.ts'
import {
  axisSilent,
  ballotClosing,
  digest,
  horizons,
  ideasWaiting,
  workshopTomorrow,
  workshopWeek,
} from './pilot.ts'
import { openStage, type Stage } from './stage.ts'
import { settle } from './town.ts'

// The buttons do the same in each language; what their cards say in both is held in test/cards.
for (const language of LANGUAGES.slice(0, 1)) {
  // Nine weeks in one life of the product, two or three messages in each: what one fact leaves, the next goes on from.
  describe(`the nudges in the Agents Playground, in ${language}: each button does what it says on`, function () {
    this.timeout(60_000)
    let browser: Browser
    let stage: Stage

    before(async () => {
      browser = await launch()
      stage = await openStage(browser, language, '2027-04-05')
      await settle(stage)
    })
    after(async () => {
      await stage?.close()
      await browser?.close()
    })

    it('an axis without an idea', () => axisSilent(stage))
    it('the answer to one’s own idea', () => ideaAnswered(stage))
    it('a workshop in some days', () => workshopWeek(stage))
    it('one’s own workshop of the next day', () => myWorkshop(stage))
    it('a workshop of the next day', () => workshopTomorrow(stage))
    it('a workshop that moved', () => workshopMoved(stage))
    it('ideas that wait', () => ideasWaiting(stage))
    it('shared commitments that end', () => horizons(stage))
    it('the week’s message', () => digest(stage))
    it('one’s own commitment that ends', () => myHorizon(stage))
    it('a ballot that closes, with a text for the channel', () => ballotClosing(stage))
    it('a commitment that was given another day', () => myHorizonMoved(stage))
    it('a role that was handed on', () => relayed(stage))
    it('a ballot that closes, for one’s own vote', () => myBallot(stage))
  })
}
