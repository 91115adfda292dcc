import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programme } from '../../../src/commands/programme.ts'
import { parseMethodFile } from '../../../src/features/programme/method/parser.ts'
import { METHOD_PARTS, partOf } from '../../../src/features/programme/method/parts.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import type {
  MethodFormView,
  MethodPartInput,
  MethodWrittenView,
} from '../../../src/tabs/contract/programme/form.ts'
import type { MethodFileView } from '../../../src/tabs/contract/programme/method.ts'
import type { ProgrammeView } from '../../../src/tabs/contract/programme/programme.ts'
import { engines } from '../../support/database/engines.ts'
import { type Listening, listen } from '../../support/product/events.ts'
import { openWorld, type World } from '../../support/product/world.ts'
import { CAMILLE, MAELLE } from '../../support/sign-in/cast.ts'

const SECOND = 1_000
const fileDatabase = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'method-changed-'))
  return { url: `file:${join(folder, 'faire.db')}`, drop: async () => rmSync(folder, { recursive: true }) }
}

for (const engine of engines) {
  describe(`the method, changed in a form at one of two instances on one ${engine.name} database`, () => {
    let worlds: World[] = []
    let heard: Listening
    let drop = async () => {}
    before(async function () {
      this.timeout(60_000)
      const made = engine.name === 'sqlite' ? await fileDatabase() : await engine.begin()
      drop = made.drop
      worlds = [await openWorld({ url: made.url })]
      worlds.push(await openWorld({ url: made.url, ids: randomIds }))
      const [one, other] = two()
      await one.api(MAELLE).put('/me', { direction: 'modernisation' })
      await other.api(CAMILLE).put('/me', { direction: 'lycees' })
      heard = await listen(other.origin, await other.signIn.tabToken(CAMILLE))
      await other.app.database.listening()
    })
    after(async () => {
      await heard.leave()
      for (const world of worlds) await world.close()
      await drop()
    })

    function two(): readonly [World, World] {
      const [one, other] = worlds
      assert.ok(one && other)
      return [one, other]
    }
    const form = () => two()[0].api(MAELLE).get<MethodFormView>('/programme/method')
    /** Resolves when an agent's page at the other instance, which reads whenever it hears of a change, shows what is `wanted`. */
    async function seenAtTheOther(wanted: (view: ProgrammeView) => boolean): Promise<void> {
      for (;;) {
        const { topics } = await heard.next('changed')
        if (!topics?.includes('programme')) continue
        if (wanted(await two()[1].api(CAMILLE).get<ProgrammeView>('/programme'))) return
      }
    }
    async function change(path: string, body: object, wanted: (view: ProgrammeView) => boolean) {
      const written = await two()[0].api(MAELLE).post<MethodWrittenView>(`/programme/method${path}`, body)
      assert.ok('version' in written)
      const begun = performance.now()
      await seenAtTheOther(wanted)
      const took = performance.now() - begun
      // The file of SQLite is looked at once a second.
      assert.ok(took < (engine.name === 'sqlite' ? 2 : 1) * SECOND, `${Math.round(took)} ms`)
    }
    const firstEndsOn = (day: string) => (view: ProgrammeView) => view.phases[0]?.until === day

    it('a phase moved is seen by an agent at the other within a second', async () => {
      const { version, phases } = await form()
      const value = phases.value.map((phase, at) => (at === 0 ? { ...phase, until: '2027-02-21' } : phase))
      const body = { part: 'phases', from: version, value } satisfies MethodPartInput
      await change('', body, firstEndsOn('2027-02-21'))
    })

    it('so is an axis that is reworded', async () => {
      const { version, axes } = await form()
      const title = { fr: 'Travailler ensemble', en: 'Working together' }
      const value = axes.value.map(axis => (axis.id === 'equipe' ? { ...axis, title } : axis))
      const isSaid = (view: ProgrammeView) => view.axes.some(axis => axis.title === title.fr)
      await change('', { part: 'axes', from: version, value }, isSaid)
    })

    it('a nudge rule that is softened runs so at the other', async () => {
      const { version, nudges } = await form()
      const value = nudges.value.map(rule => (rule.id === 'ideas-waiting' ? { ...rule, patience: 20 } : rule))
      const { programme } = two()[1].app
      const isSofter = () => programme.nudges.find(({ id }) => id === 'ideas-waiting')?.patience === 20
      await change('', { part: 'nudges', from: version, value }, isSofter)
    })

    it('what is taken back is back at the other, and the file says what the form says', async () => {
      const { phases } = await form()
      await change('/undo', { part: 'phases', version: phases.last.version }, firstEndsOn('2027-02-28'))
      const { text } = await two()[0].api(MAELLE).post<MethodFileView>('/programme/export', {})
      const content = parseMethodFile(text)
      const now = await form()
      for (const part of METHOD_PARTS) assert.deepEqual(partOf(content, part), now[part].value)
    })

    it('what an operator imports is in force at both, and its version names nobody', async () => {
      const { text } = await two()[0].api(MAELLE).post<MethodFileView>('/programme/export', {})
      const folder = mkdtempSync(join(tmpdir(), 'method-imported-'))
      const file = join(folder, 'method.yaml')
      writeFileSync(file, text.replace('until: "2027-02-28"', 'until: "2027-02-14"'))
      const { databaseUrl } = two()[0].app.config
      const env = { DATABASE_URL: databaseUrl }
      assert.equal(await programme(['import', file], () => {}, assert.fail, env), 0)
      rmSync(folder, { recursive: true })
      await seenAtTheOther(firstEndsOn('2027-02-14'))
      const { phases } = await form()
      assert.deepEqual([phases.last.act, phases.last.by], ['import', undefined])
    })
  })
}
