import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './support/machine/port.ts'
import { type Product, startEasyConnector, startProduct } from './support/product/process.ts'
import { assertKept, type Deeds } from './support/sending/acknowledged.ts'
import { agent, createLine, type Ground, KINDS, type Line, prepare } from './support/sending/load.ts'
import { textOnCard } from './support/teams/card-view.ts'
import { WORKSHOPS } from './support/teams/index.ts'

const OF_EACH_KIND = 6
/** After how many acknowledgements each round ends: early, late, and in between. */
const ROUNDS = [1, 40, 90, 7, 150, 25, 60, 120, 3, 200]

describe('what was acknowledged', () => {
  let folder: string
  let file: string
  let port: number
  let connector: Awaited<ReturnType<typeof startEasyConnector>>
  let product: Product
  let line: Line
  let ground: Ground
  let deeds: Deeds[]

  beforeEach(async function () {
    this.timeout(60_000)
    folder = mkdtempSync(join(tmpdir(), 'faire-durable-'))
    file = join(folder, 'programme.sqlite')
    port = await freePort()
    connector = await startEasyConnector(WORKSHOPS)
    product = await startProduct(port, file)
    line = createLine(product.endpoint, connector.url)
    ground = await prepare(line)
    deeds = Array.from({ length: OF_EACH_KIND }, (_, at) =>
      Object.keys(KINDS).map(kind => ({ kind, who: agent(`${kind}-${at}`), acknowledged: [] })),
    ).flat()
  })

  afterEach(async () => {
    await product.end('SIGKILL')
    await connector.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** One person acts again and again, as fast as they are answered; what was not answered is sent once more. */
  async function live(one: Deeds, isUp: () => boolean, acknowledged: () => void): Promise<void> {
    while (isUp()) {
      const act = KINDS[one.kind]?.(ground, one.who.name, one.acknowledged.length)
      if (!act) throw new Error(`nobody does «${one.kind}»`)
      one.unanswered = act.what
      const card = await line.presses(one.who, act.verb, act.data).catch(error => {
        if (isUp()) throw error
      })
      if (!card) return
      assert.match(textOnCard(card), act.good)
      delete one.unanswered
      one.acknowledged.push(act.what)
      acknowledged()
    }
  }

  /** Everybody at once until `count` acts are acknowledged; then the signal falls among those under way. */
  async function load(count: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    let [isUp, left] = [true, count]
    const enough = Promise.withResolvers<void>()
    const acknowledged = () => void (--left === 0 && enough.resolve())
    const living = Promise.all(deeds.map(one => live(one, () => isUp, acknowledged)))
    await Promise.race([enough.promise, living])
    isUp = false
    const code = await product.end(signal)
    await living
    return code
  }

  it('is there after kill -9 under load and a restart, ten times over', async function () {
    this.timeout(600_000)
    for (const count of ROUNDS) {
      // Whoever begins is served most often: the others in turn.
      deeds.push(...deeds.splice(0, 5))
      assert.equal(await load(count, 'SIGKILL'), null)
      product = await startProduct(port, file)
      await assertKept(file, deeds)
    }
    const counts = Object.groupBy(deeds, ({ kind }) => kind)
    for (const [kind, of = []] of Object.entries(counts)) {
      const count = of.flatMap(({ acknowledged }) => acknowledged).length
      assert.ok(count >= 40, `${count} of «${kind}»`)
    }
  })

  it('is there after SIGTERM under load, which ends in order', async function () {
    this.timeout(60_000)
    assert.equal(await load(100, 'SIGTERM'), 0)
    assert.doesNotMatch(product.said(), /"level":[56]0/)
    // SQLite folds its journal into the file when it is closed, and only then.
    assert.ok(!existsSync(`${file}-wal`), 'the database was left open')
    await assertKept(file, deeds)
  })
})
