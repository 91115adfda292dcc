import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { embeddedPath } from '../../../src/db/index.ts'
import { sqlite } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { CAMILLE } from '../../support/sign-in/cast.ts'

/** Milliseconds: what watches a process asks no more often than once in some seconds, and gives it that long. */
const SOON = 200

describe('while another process writes the database’s file', () => {
  const at = freshBot(sqlite)

  it('ideas wait for it, the process is alive, and pages are read', async () => {
    const { bot } = at
    await bot.seat([CAMILLE])
    const { get, post } = bot.api(CAMILLE)
    await get('/ideas')
    const other = new DatabaseSync(embeddedPath(at.url) ?? '')
    other.exec('begin immediate')
    let left = 20
    const ideas = Array.from({ length: left }, async (_, number) => {
      const text = `Une idée, la ${number}e`
      await post('/ideas', { text, axis: 'usager', nonce: `nonce-of-one-form-${number}`, unnamed: false })
      left -= 1
    })
    for (let time = 0; time < 10; time++) {
      const from = performance.now()
      const { status } = await fetch(`${bot.origin}/health/live`)
      const took = performance.now() - from
      assert.equal(status, 200)
      assert.ok(took < SOON, `answered after ${took} ms`)
      await get('/ideas')
    }
    assert.equal(left, 20)
    other.exec('commit')
    other.close()
    await Promise.all(ideas)
    const { items } = await get<{ items: readonly object[] }>('/ideas')
    assert.equal(items.length, 20)
  })
})
