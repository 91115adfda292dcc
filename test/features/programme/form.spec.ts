import assert from 'node:assert/strict'
import type { MethodFormView, MethodPreviewView } from '../../../src/tabs/contract/programme/form.ts'
import type { MethodFileView } from '../../../src/tabs/contract/programme/method.ts'
import type { ProgrammeView } from '../../../src/tabs/contract/programme/programme.ts'
import { camille, maelle, type OneOfEach, setOneOfEach } from '../../support/product/one-of-each.ts'
import { callerOf } from '../../support/product/routes.ts'

const refused = (code: string) => (error: unknown) => (error as { code?: string }).code === code
type Outcome = MethodPreviewView & { readonly version: number }
type PartName = Exclude<keyof MethodFormView, 'version'>

describe('the method in a form', () => {
  let table: OneOfEach
  before(async () => {
    table = await setOneOfEach()
  })
  after(() => table.close())

  const form = () => table.call(maelle, 'get', '/programme/method') as Promise<MethodFormView>
  const seen = () => table.call(camille, 'get', '/programme') as Promise<ProgrammeView>
  const file = async () => ((await table.call(maelle, 'post', '/programme/export')) as MethodFileView).text
  const send = (path: string, body: Record<string, unknown>) =>
    table.call(maelle, 'post', `/programme/method${path}`, { body }) as Promise<Outcome>
  const undo = async (part: PartName) => send('/undo', { part, version: (await form())[part].last.version })

  /** The phases, the one at `at` with other days or words. */
  async function phasesWith(at: number, changed: object) {
    const { version, phases } = await form()
    const value = phases.value.map((phase, index) => (index === at ? { ...phase, ...changed } : phase))
    return { part: 'phases', from: version, value }
  }

  it('begins with the file’s parts, each in its first version, and nothing to take back', async () => {
    const { version, axes, nudges, closures } = await form()
    assert.equal(version, 1)
    assert.deepEqual([axes.value.length, axes.last.act, axes.undoable], [5, 'seed', false])
    assert.ok(nudges.value.every(({ id, at }) => id !== '' && at !== ''))
    assert.ok(closures.value.length > 0)
    await assert.rejects(send('/undo', { part: 'axes', version: 1 }), refused('method-first'))
  })

  it('says what a change does before it is made, and writes nothing for that', async () => {
    const before = await file()
    const proposed = await phasesWith(0, { until: '2027-02-21' })
    const { faults, changes, follows } = await send('/check', proposed)
    assert.deepEqual(faults, [])
    assert.deepEqual(
      changes.map(({ of, id, facet, from, to }) => [of, id, facet, from, to]),
      [['phase', 'explorer', 'last day', '2027-02-28', '2027-02-21']],
    )
    assert.deepEqual(follows, [])
    assert.equal(await file(), before)
  })

  it('is in force at once, for agents too, once for the same act, and stands in the file', async () => {
    const proposed = await phasesWith(0, { until: '2027-02-21' })
    const first = await send('', proposed)
    assert.equal(first.version, 2)
    assert.equal((await send('', proposed)).version, 2)
    assert.equal((await seen()).phases[0]?.until, '2027-02-21')
    assert.match(await file(), /until: "2027-02-21"/)
    const { phases, axes } = await form()
    assert.deepEqual([phases.last.by, phases.last.act, phases.undoable], ['Maëlle Rivière', 'change', true])
    assert.equal(axes.last.version, 1)
  })

  it('is taken back to what it was, once, and that can be taken back as well', async () => {
    const { version } = (await form()).phases.last
    await send('/undo', { part: 'phases', version })
    await send('/undo', { part: 'phases', version })
    assert.equal((await seen()).phases[0]?.until, '2027-02-28')
    assert.equal((await form()).phases.last.act, 'undo')
    await undo('phases')
    assert.equal((await seen()).phases[0]?.until, '2027-02-21')
    await undo('phases')
    assert.equal((await seen()).phases[0]?.until, '2027-02-28')
  })

  it('rewords an axis on every card and page, and leaves its colours and its guessed words', async () => {
    const before = table.stage.app.programme.axis('equipe')
    const { version, axes } = await form()
    const title = { fr: 'Travailler ensemble', en: 'Working together' }
    const value = axes.value.map(axis => (axis.id === 'equipe' ? { ...axis, title } : axis))
    const { follows } = await send('/check', { part: 'axes', from: version, value })
    assert.deepEqual(
      follows.map(({ code }) => code),
      ['cards-keep'],
    )
    await send('', { part: 'axes', from: version, value })
    assert.ok((await seen()).axes.some(axis => axis.title === 'Travailler ensemble'))
    const after = table.stage.app.programme.axis('equipe')
    assert.deepEqual([after?.title, after?.colours, after?.words], [title, before?.colours, before?.words])
    await undo('axes')
    assert.equal(table.stage.app.programme.axis('equipe')?.title.fr, before?.title.fr)
  })

  it('says what is wrong by its place, and writes nothing', async () => {
    const before = await file()
    const wrong = await send('', await phasesWith(1, { from: '2027-05-30', until: '2027-05-01' }))
    assert.deepEqual(
      wrong.faults.map(({ path, code }) => [path, code]),
      [['1.until', 'ends-first']],
    )
    const overlap = await send('/check', await phasesWith(1, { from: '2027-02-01' }))
    assert.deepEqual(
      overlap.faults.map(({ path, code }) => [path, code]),
      [['1.from', 'phase-early']],
    )
    const empty = await send('/check', await phasesWith(1, { title: { fr: ' ', en: 'x' }, from: '' }))
    const places = new Set(empty.faults.map(({ path }) => path))
    assert.deepEqual([...places].toSorted(), ['1.from', '1.title.fr'])
    assert.equal(await file(), before)
  })

  it('neither adds nor removes an axis, a phase or a rule: that takes a file', async () => {
    const { version, axes } = await form()
    const without = { part: 'axes', from: version, value: axes.value.slice(1) }
    await assert.rejects(send('', without), refused('method-entries'))
    const other = { ...axes.value[0], id: 'autre' }
    const added = { part: 'axes', from: version, value: [...axes.value, other] }
    await assert.rejects(send('/check', added), refused('method-entries'))
  })

  it('shows a second editor what the first one changed, and loses neither', async () => {
    const { version, thresholds } = await form()
    const first = [{ supports: 40, days: 20, by: 'lab' }]
    const second = [{ supports: 60, days: 10, by: 'lab' }]
    await send('', { part: 'thresholds', from: version, value: first })
    const late = { part: 'thresholds', from: version, value: second }
    await assert.rejects(send('', late), refused('method-stale'))
    const { since, version: now, changes } = await send('/check', late)
    assert.equal(since?.by, 'Maëlle Rivière')
    assert.ok(since?.changes.some(({ act, id }) => act === 'added' && id === '40/0/20/lab'))
    assert.ok(changes.some(({ act, id }) => act === 'removed' && id === '40/0/20/lab'))
    // Another part does not stand in the way.
    assert.equal((await send('/check', { ...(await phasesWith(0, {})), from: version })).since, undefined)
    await send('', { ...late, from: now })
    assert.deepEqual((await form()).thresholds.value, second)
    assert.deepEqual(table.stage.app.programme.thresholds, second)
    const back = { part: 'thresholds', from: (await form()).version, value: thresholds.value }
    await send('', back)
  })

  it('asks before a rule begins to write to all agents, and softens one without asking', async () => {
    const { version, nudges } = await form()
    const withRule = (id: string, changed: object, from = version) => ({
      part: 'nudges',
      from,
      value: nudges.value.map(rule => (rule.id === id ? { ...rule, ...changed } : rule)),
    })
    await send('', withRule('my-horizon', { off: true }))
    const on = withRule('my-horizon', { days: 5 }, (await form()).version)
    const { follows } = await send('/check', on)
    assert.deepEqual(
      follows.map(({ code, id, asks }) => [code, id, asks]),
      [['rule-agents', 'my-horizon', true]],
    )
    assert.ok((follows[0]?.people ?? 0) > 0)
    await assert.rejects(send('', on), refused('method-many'))
    assert.equal(table.stage.app.programme.nudges.find(({ id }) => id === 'my-horizon')?.off, true)
    await send('', { ...on, sure: true })
    assert.equal(table.stage.app.programme.nudges.find(({ id }) => id === 'my-horizon')?.days, 5)
    const softer = withRule('ideas-waiting', { patience: 20 }, (await form()).version)
    await send('', {
      ...softer,
      value: softer.value.map(rule => (rule.id === 'my-horizon' ? { ...rule, days: 5 } : rule)),
    })
    assert.equal(table.stage.app.programme.nudges.find(({ id }) => id === 'ideas-waiting')?.patience, 20)
  })

  it('asks as well before taking back the version that switched such a rule off', async () => {
    const rule = () => table.stage.app.programme.nudges.find(({ id }) => id === 'my-horizon')
    const { version, nudges } = await form()
    const value = nudges.value.map(each => (each.id === 'my-horizon' ? { ...each, off: true } : each))
    const off = await send('', { part: 'nudges', from: version, value })
    const back = { part: 'nudges', version: off.version }
    await assert.rejects(send('/undo', back), refused('method-many'))
    assert.equal(rule()?.off, true)
    const { version: undone } = await send('/undo', { ...back, sure: true })
    assert.notEqual(rule()?.off, true)
    // Already taken back: the same again asks nothing.
    assert.equal((await send('/undo', back)).version, undone)
  })

  it('asks before the programme ends so early that the next night erases', async () => {
    const at = (await form()).phases.value.length - 1
    const proposed = await phasesWith(at, {})
    const early = proposed.value.map(({ id, title }, index) => {
      const day = `2020-01-${String(index + 1).padStart(2, '0')}`
      return { id, title, from: day, until: day }
    })
    const ended = { ...proposed, value: early }
    await assert.rejects(send('', ended), refused('method-erases'))
    assert.deepEqual((await form()).phases.value, proposed.value)
    const { version } = await send('', { ...ended, sure: true })
    await send('/undo', { part: 'phases', version })
    assert.deepEqual((await form()).phases.value, proposed.value)
  })

  it('keeps a new closure free at once, and counts the workshops that fall on it', async () => {
    const { version, closures } = await form()
    const day = '2027-07-05'
    const value = [...closures.value, { from: day, until: day }]
    await send('', { part: 'closures', from: version, value })
    assert.equal((await table.stage.app.messages.workdays()).after('2027-07-02'), '2027-07-06')
    await undo('closures')
    assert.equal((await table.stage.app.messages.workdays()).after('2027-07-02'), day)
  })

  it('is read by observers without names, and changed by organisers alone', async () => {
    const observer = await table.actor({ objectId: 'sylvie', name: 'Sylvie Roux' }, 'observer')
    const asked = callerOf(table.stage.app.routes, observer)
    const view = await asked<MethodFormView>('get', '/programme/method')
    assert.equal(view.axes.last.by, undefined)
    const body = { part: 'axes', version: view.axes.last.version }
    await assert.rejects(asked('post', '/programme/method/undo', { body }), refused('role-needed'))
  })
})
