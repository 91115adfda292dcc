import assert from 'node:assert/strict'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { TROUBLES, type Trouble } from '../../support/connector/weather.ts'
import { sqlite } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { CAMILLE, MAELLE } from '../../support/sign-in/cast.ts'
import { chatId } from '../../support/teams/chats.ts'
import { type CallKind, WORKSHOPS } from '../../support/teams/index.ts'
import { closeBallot, FILLED, openBallot, openMenu, TYPED } from '../ballots/steps.ts'

/** A call that is never answered ends like one that is cut, after the 15 s that test/teams counts. */
const { silent: _, ...ANSWERED } = TROUBLES
const troubles = Object.entries(ANSWERED) as [string, Trouble][]
/** More of the same than anybody tries. */
const ALWAYS = 1_000
/** Enough to see that there is one call each. */
const ATTEMPTS = 4

describe('Teams is called once for each attempt, when a call is', () => {
  const at = freshBot(sqlite)
  const count = (kind: CallKind) => at.bot.teams.calls.filter(call => call.kind === kind).length

  /** Lets every attempt be made. Each time one is due there is one call at most: nothing repeats it on top. */
  async function tryAll(kind: CallKind): Promise<number> {
    const before = count(kind)
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const called = count(kind)
      await at.bot.later(attempt === 0 ? 0 : HOUR)
      assert.ok(count(kind) - called <= 1, `${count(kind) - called} calls in attempt ${attempt + 1}`)
    }
    return count(kind) - before
  }

  for (const [what, { unread, silent, ...fault }] of troubles) {
    it(`${what}: the answer to typed words`, async () => {
      const { bot } = at
      await bot.as(CAMILLE).says('aide')
      await bot.settle()
      const before = count('post')
      bot.teams.fails({ on: 'post', in: chatId(CAMILLE), ...fault })
      const { deliver, activities } = bot.teams
      const typed = activities.typed(CAMILLE, { conversation: chatId(CAMILLE) }, 'aide')
      assert.equal((await deliver(typed)).status, 200)
      // Whoever wrote is waiting: what Teams certainly did not take is said again at once.
      assert.equal(count('post') - before, [412, 429].includes(fault.status) ? 2 : 1)
    })

    it(`${what}: a new card`, async () => {
      const { bot } = at
      const form = await bot.as(MAELLE).presses(await openMenu(bot), 'Un scrutin')
      const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', { ...FILLED, ...TYPED })
      await bot.as(MAELLE).presses(preview, 'Ouvrir le scrutin')
      bot.teams.fails({ on: 'post', in: WORKSHOPS.id, times: ALWAYS, ...fault })
      const calls = await tryAll('post')
      const passes = [401, 412, 429].includes(fault.status)
      assert.ok(passes ? calls > 1 : calls === 1, `${calls} calls`)
    })

    it(`${what}: an edit`, async () => {
      const { bot } = at
      const { post } = await openBallot(bot)
      bot.teams.fails({ on: 'edit', in: WORKSHOPS.id, times: ALWAYS, ...fault })
      await closeBallot(bot, post)
      const calls = await tryAll('edit')
      const passes = ![403, 404, 413].includes(fault.status)
      assert.ok(passes ? calls > 1 : calls === 1, `${calls} calls`)
    })
  }
})
