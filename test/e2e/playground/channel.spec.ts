import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { launch } from '../window.ts'
import { answersIn, DAY, editsOf, fill, isChosen, othersAct, type Things, watch } from './channel.ts'
import { openStage, type Stage } from './stage.ts'
import { DAYS, LISTED, OPTIONS, QUESTION } from './town.ts'

describe('a card in a channel of the Agents Playground, while six others act', function () {
  this.timeout(60_000)
  let browser: Browser
  let stage: Stage
  let things: Things

  before(async () => {
    browser = await launch()
    stage = await openStage(browser, 'fr', DAY)
    await stage.on(DAY, '10:00')
    things = await fill(stage)
    await stage.page.getByRole('treeitem', { name: /Ateliers et idées/ }).click()
    let left = await othersAct(stage, things)
    while (left.length > 0) left = await othersAct(stage, things)
    // The Playground says that the bot was added there: a card that stands as it is is not drawn again for it.
    assert.equal(await editsOf(stage, things.ballot), 0)
  })
  after(async () => {
    await stage?.close()
    await browser?.close()
  })

  it('keeps a choice that was not sent yet', async () => {
    const card = await stage.chat.standing(LISTED)
    await card.choose(DAYS[1] ?? '')
    assert.deepEqual(await othersAct(stage, things), [])
    assert.equal(await isChosen(await stage.chat.standing(LISTED), DAYS[1] ?? ''), true)
  })

  for (const act of ['vote', 'register', 'support', 'join'] as const)
    it(`keeps the answer to ${act}`, async () => {
      const { on, press, stands } = answersIn(stage.words)[act]
      const card = await stage.chat.standing(on)
      if (act === 'vote') await card.tap(press)
      else await card.press(press)
      await card.shows(stands)
      const seen = await watch(card)
      assert.deepEqual(await othersAct(stage, things), [])
      const texts = await seen()
      assert.equal(texts.length, 1, JSON.stringify(texts))
    })

  it('takes another vote by keyboard, says both choices and gives the first one back', async () => {
    const { say } = stage
    const [other = '', mine = ''] = OPTIONS
    const card = await stage.chat.standing(QUESTION)
    await card.press(say('ballot.change'))
    await card.shows(say('ballot.tap.how'))
    // From the first row to the next one, and back.
    await card.at.getByRole('button', { name: say('ballot.tap.mine', { choice: mine }) }).focus()
    await card.tap(say('ballot.tap', { choice: other }), ['Shift+Tab', 'Enter'])
    await card.shows(
      say('ballot.registered.now', { choice: other }),
      say('ballot.registered.was', { choice: mine }),
    )
    await card.shoot('vote-changed')
    await card.press(say('ballot.again', { choice: mine }))
    await card.shows(say('ballot.registered.now', { choice: mine }))
  })
})
