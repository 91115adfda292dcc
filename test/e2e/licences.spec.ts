import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sbom } from '../../src/commands/sbom.ts'
import { faultOf, NO_LICENCE } from '../support/reading/licences.ts'

type Licensed = { readonly name: string; readonly identifier: string; readonly text?: string }
type Part = { readonly name: string; readonly 'bom-ref': string }
type Bill = {
  readonly components: readonly Part[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

const built = (name: string) => readFileSync(new URL(`../../dist-tabs/${name}`, import.meta.url), 'utf8')

describe('what the pages hold of others', () => {
  const packages: readonly Licensed[] = JSON.parse(built('licences.json'))
  const named = (name: string) => packages.find(each => each.name === name)

  it('is under licences that are accepted, and each comes with its text', () => {
    for (const { name, identifier, text = '' } of packages) {
      assert.equal(faultOf({ name, license: identifier }), undefined)
      assert.match(text, /copyright/i, `${name} comes without its licence`)
    }
    for (const name of ['preact', '@fluentui/react-icons', '@microsoft/teams-js', 'uqr'])
      assert.ok(named(name), `${name} is missing`)
    assert.match(named('preact')?.text ?? '', /Copyright \(c\) 2015-present Jason Miller/)
  })

  for (const page of ['personal', 'direction', 'organiser', 'gallery', 'config', 'room'])
    it(`has the ${page} page say where to read so`, () => {
      assert.ok(built(`${page}.html`).includes('<link rel="license" href="/tabs/licences.txt">'))
    })
})

describe('what the server and its commands hold of others', () => {
  it('is under licences that are accepted', () => {
    const file = readFileSync(new URL('../../dist/licences.json', import.meta.url), 'utf8')
    const packages: readonly Partial<Licensed>[] = JSON.parse(file)
    assert.ok(packages.length > 100)
    for (const { name = '', identifier = NO_LICENCE } of packages)
      assert.equal(faultOf({ name, license: identifier }), undefined)
  })
})

describe('the bill of materials of what is delivered', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'))
  after(() => rmSync(folder, { recursive: true }))

  it('names the server’s packages and the pages’, each once, and no other', async () => {
    const file = join(folder, 'sbom.json')
    const complaints: string[] = []
    assert.equal(
      await sbom(
        [file],
        () => {},
        line => void complaints.push(line),
      ),
      0,
      complaints.join('\n'),
    )
    const { components, dependencies }: Bill = JSON.parse(readFileSync(file, 'utf8'))
    const names = new Set(components.map(({ name }) => name))
    for (const name of ['botbuilder', 'kysely', 'preact', '@fluentui/react-icons'])
      assert.ok(names.has(name), name)
    for (const name of ['mocha', 'vite', 'typescript', 'node', '@types/react'])
      assert.ok(!names.has(name), name)
    const refs = new Set(components.map(part => part['bom-ref']))
    assert.equal(refs.size, components.length)
    for (const { ref, dependsOn } of dependencies.slice(1))
      for (const each of [ref, ...dependsOn]) assert.ok(refs.has(each), each)
  })
})
