import assert from 'node:assert/strict'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { WallIdea, WallView } from '../../../src/tabs/contract/room/wall.ts'
import { sqlite } from '../../support/database/engines.ts'
import {
  bruno,
  camille,
  denis,
  ines,
  jeanne,
  maelle,
  type RoomStage,
  STARTS,
  setRoom,
} from '../../support/workshops/room.ts'
import { followWall } from '../../support/workshops/wall.ts'

describe('the tab’s doors to a wall', () => {
  let at: RoomStage
  let screen: ReturnType<typeof followWall>
  beforeEach(async () => {
    at = await setRoom(sqlite)
    at.clock.advance(STARTS - at.clock.now())
    screen = followWall(after =>
      at.call<WallView>(jeanne, 'get', '/workshops/:id/wall', {
        query: after === undefined ? {} : { after },
      }),
    )
  })
  afterEach(() => at.close())

  const says = (who = camille, text = 'Un banc') =>
    at.call<WallIdea>(who, 'post', '/workshops/:id/ideas', {
      body: { text, axis: 'equipe', table: '1', nonce: randomIds.nonce(), unnamed: true },
    })
  const hide = (who: typeof camille, idea: string, hidden = true) =>
    at.call(who, 'post', '/workshops/:id/wall/hide', { body: { idea, hidden } })

  it('tell what a phone says, without its author and without their table', async () => {
    const { id } = await says()
    const [idea] = (await screen.read()).ideas
    const shown = { id, text: 'Un banc', axis: 'equipe', at: at.clock.now(), supports: 0 }
    assert.deepEqual(idea, shown)
  })

  it('tell a support from a phone by the next reading', async () => {
    const { id } = await says()
    await screen.read()
    await at.call(denis, 'put', '/ideas/:id/support', { params: { id }, body: { support: true } })
    assert.deepEqual(
      (await screen.read()).ideas.map(({ supports }) => supports),
      [2],
    )
  })

  it('let who leads the room hide an idea there and show it again, and who has a table alone do neither', async () => {
    const { id } = await says()
    await screen.read()
    for (const who of [bruno, camille, denis]) await assert.rejects(hide(who, id), { code: 'wall-not-yours' })
    assert.deepEqual(await hide(ines, id), { idea: id, hidden: true })
    assert.deepEqual((await screen.read()).gone, [id])
    const kept = await at.call<Page<WallIdea>>(maelle, 'get', '/workshops/:id/wall/hidden')
    assert.deepEqual(
      kept.items.map(({ text }) => text),
      ['Un banc'],
    )
    await hide(maelle, id, false)
    assert.equal((await screen.read()).ideas.length, 1)
  })

  it('refuse what is no wall, no idea of it, and no such request', async () => {
    const { id } = await says()
    const elsewhere = { params: { id: 'n0where' } }
    await assert.rejects(at.call(camille, 'get', '/workshops/:id/wall', elsewhere), { code: 'gone' })
    await assert.rejects(hide(ines, 'n0thing'), { code: 'gone' })
    const post = (body: object) => at.call(ines, 'post', '/workshops/:id/wall/hide', { body })
    for (const body of [{}, { idea: id }, { idea: id, hidden: 'yes' }, { idea: id, hidden: true, by: 'x' }])
      await assert.rejects(post(body), { name: /ZodError|Refusal/ })
    const long = { query: { after: 'x'.repeat(201) } }
    await assert.rejects(at.call(camille, 'get', '/workshops/:id/wall', long), { name: /ZodError|Refusal/ })
  })

  it('tell five hundred ideas of one minute, each once, a hundred at a time', async function () {
    this.timeout(60_000)
    for (let call = 0; call < 10; call++)
      await at.call(bruno, 'post', '/workshops/:id/harvest', {
        body: {
          lines: Array.from({ length: 50 }, (_, n) => ({
            key: randomIds.nonce(),
            text: `Idée ${call} ${n}`,
            axis: 'usager',
            table: '1',
          })),
        },
      })
    const pages = []
    do pages.push(await screen.read())
    while (pages.at(-1)?.more)
    assert.deepEqual(
      pages.map(({ ideas }) => ideas.length),
      [100, 100, 100, 100, 100],
    )
    assert.equal(screen.ideas().length, 500)
  })
})
