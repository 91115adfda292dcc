import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programme } from '../../src/commands/programme.ts'

const STARTER = readFileSync('programmes/depart.yaml', 'utf8')

/** Lines of what `check` says of a file that can be used. */
async function checked(file: string): Promise<readonly string[]> {
  const out: string[] = []
  assert.equal(await programme(['check', file], line => void out.push(line), assert.fail), 0)
  return out
}

describe('programme check, of a file made from the starter', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'programme-starter-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  it('names what still is as it was there, as no fault', async () => {
    const file = join(folder, 'ours.yaml')
    writeFileSync(
      file,
      STARTER.replace('id: chez-nous', 'id: mairie')
        .replace('organisation: Notre administration', 'organisation: Mairie de Quelque Part')
        .replace('contact: dpo@exemple.fr', 'contact: dpo@mairie.example')
        .replace('name: Direction technique, headcount: 90', 'name: Direction technique, headcount: 91')
        .replace('from: 2027-04-01', 'from: 2027-04-02')
        .replace('app.name: Faire ensemble', 'app.name: Notre mairie'),
    )
    const [first, heading, ...left] = await checked(file)
    assert.match(first ?? '', /ours\.yaml can be used: 3 axes/)
    assert.match(heading ?? '', /^ {2}Still as in programmes\/depart\.yaml, .* Change them/)
    const texts = 'demo.title, help.search, welcome.channel, welcome.channel.unnamed'
    assert.deepEqual(left, [
      '    name: Faire ensemble',
      '    privacy.controller: Notre administration',
      '    privacy.url: https://exemple.fr/donnees',
      '    calendar.closures: 2027-12-24 to 2028-01-02',
      '    axes: usagers, simplifier, collegues',
      '    phases: explorer, tester',
      '    directions: ressources, services-usagers',
      `    words.fr: answer.elsewhere, ${texts}`,
      `    words.en: answer.elsewhere, app.name, ${texts}`,
    ])
  })

  it('names nothing of the two programmes that are whole', async () => {
    for (const name of ['occitanie', 'valmorane'])
      assert.equal((await checked(`programmes/${name}.yaml`)).length, 1)
  })
})
