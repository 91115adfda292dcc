import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { open } from '../../../src/db/index.ts'
import { placementStore } from '../../../src/features/themes/placement-store.ts'
import { runStore } from '../../../src/features/themes/run-store.ts'
import { BATCH, PLACE, runUsecases } from '../../../src/features/themes/run-usecases.ts'
import type { ThemeBoardView } from '../../../src/tabs/contract/ideas/themes.ts'
import { MICRO_IDEAS } from '../../support/features/micro-ideas.ts'
import { ideasOf, keepIdeas } from '../../support/features/themes.ts'
import { callerOf } from '../../support/product/routes.ts'
import { setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const AXIS = 'equipe'
const body = { axis: AXIS }
const textsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => `${MICRO_IDEAS[at % MICRO_IDEAS.length]?.[1]} (${at})`)

type Stage = Awaited<ReturnType<typeof setStage>>
const callerOn = async (stage: Stage) =>
  callerOf(stage.app.routes, await stage.app.people.greet({ ...maelle, tenant: 't', language: 'fr' }))
const boardOn = async (stage: Stage) =>
  (await callerOn(stage))<ThemeBoardView>('get', '/themes', { query: body })

describe('a run that puts ideas by their words', () => {
  let [folder, stage] = ['', undefined as unknown as Stage]
  const start = async () => {
    stage = await setStage({ url: `file:${join(folder, 'a.sqlite')}`, organisers: ['maelle'] })
  }
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'faire-themes-'))
    await start()
  })
  afterEach(async () => {
    await stage.close()
    rmSync(folder, { recursive: true })
  })

  /** Batches without delivery, one at a time. */
  const step = () => {
    const { transact } = stage.app.database
    const runs = runUsecases({
      programme: stage.app.programme,
      placements: placementStore,
      runs: runStore,
      themesIn: async () => stage.app.programme.themes.filter(({ axis }) => axis === AXIS),
      transact,
      note: async () => {},
      audit: async () => {},
      clock: { now: () => 1 },
    })
    return runs.goOn(AXIS)
  }

  it('is seen as it goes, stops after its batch, and goes on from there', async () => {
    await keepIdeas(stage.app.database, ideasOf(AXIS, textsOf(3 * BATCH)))
    const call = await callerOn(stage)
    await call('post', '/themes/run', { body })
    await step()
    assert.deepEqual(
      [(await boardOn(stage)).run?.state, (await boardOn(stage)).run?.ideas],
      ['running', BATCH],
    )
    await call('post', '/themes/stop', { body })
    await stage.settle()
    assert.deepEqual(
      [(await boardOn(stage)).run?.state, (await boardOn(stage)).run?.ideas],
      ['stopped', BATCH],
    )
    assert.equal((await boardOn(stage)).coverage.unread, 2 * BATCH)
    await call('post', '/themes/run', { body })
    await stage.settle()
    const { run, coverage } = await boardOn(stage)
    assert.deepEqual([run?.state, run?.ideas, coverage.unread], ['done', 3 * BATCH, 0])
  })

  it('begins anew where words change under way', async () => {
    await keepIdeas(stage.app.database, ideasOf(AXIS, textsOf(2 * BATCH)))
    const call = await callerOn(stage)
    await call('post', '/themes/run', { body })
    await step()
    const words = { axis: AXIS, title: 'Vélos', words: ['vélo'], nonce: 'abcdefghijklmnopqrst' }
    await call('post', '/themes', { body: words })
    assert.equal((await boardOn(stage)).run?.ideas, 0)
    await stage.settle()
    const { themes, run } = await boardOn(stage)
    assert.equal(run?.ideas, 2 * BATCH)
    assert.ok((themes.at(-1)?.count ?? 0) > 0)
  })

  it('is asked for once, however often, and goes on after a restart with what was begun', async () => {
    await keepIdeas(stage.app.database, ideasOf(AXIS, textsOf(3 * BATCH)))
    const call = await callerOn(stage)
    for (const _ of [1, 2, 3]) await call('post', '/themes/run', { body })
    await step()
    await stage.close()
    await start()
    await stage.settle()
    const { run } = await boardOn(stage)
    assert.deepEqual([run?.state, run?.ideas], ['done', 3 * BATCH])
  })

  it('goes on at the next start, even where what asked for it was given up', async () => {
    await keepIdeas(stage.app.database, ideasOf(AXIS, textsOf(2 * BATCH)))
    await (await callerOn(stage))('post', '/themes/run', { body })
    await stage.app.database.transact(async tx => {
      await open(tx).deleteFrom('fact').where('kind', '=', PLACE).execute()
    })
    await stage.settle()
    assert.equal((await boardOn(stage)).run?.ideas, 0)
    await stage.close()
    await start()
    await stage.settle()
    assert.equal((await boardOn(stage)).run?.state, 'done')
  })

  it('gives the same whether one process reads or two at once', async () => {
    await keepIdeas(stage.app.database, ideasOf(AXIS, textsOf(3 * BATCH + 7)))
    const call = await callerOn(stage)
    await call('post', '/themes/run', { body })
    await Promise.all([step(), step(), step(), step(), step()])
    const { run, coverage } = await boardOn(stage)
    assert.deepEqual([run?.state, run?.ideas, coverage.unread], ['done', 3 * BATCH + 7, 0])
  })

  it('reads ten thousand ideas within five seconds of work, and holds nothing up for long', async () => {
    await keepIdeas(stage.app.database, ideasOf(AXIS, textsOf(10_000)))
    await (await callerOn(stage))('post', '/themes/run', { body })
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const from = process.cpuUsage()
    await stage.settle()
    const { user, system } = process.cpuUsage(from)
    delay.disable()
    const { run, coverage } = await boardOn(stage)
    assert.deepEqual([run?.state, run?.ideas, coverage.unread], ['done', 10_000, 0])
    const [work, longest] = [(user + system) / 1e6, delay.max / 1e6]
    process.stdout.write(
      `    10,000 ideas: ${work.toFixed(1)} s of work, longest pause ${longest.toFixed(0)} ms\n`,
    )
    assert.ok(work < 10, `${work}`)
  }).timeout(60_000)
})
