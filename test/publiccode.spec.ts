import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

type Description = {
  readonly shortDescription: string
  readonly longDescription: string
  readonly features: readonly string[]
  readonly screenshots?: readonly string[]
}
type PublicCode = {
  readonly softwareVersion: string
  readonly legal: { readonly license: string }
  readonly localisation: { readonly availableLanguages: readonly string[] }
  readonly description: Readonly<Record<string, Description>>
  readonly dependsOn: { readonly open: readonly { readonly name: string; readonly versionMin?: string }[] }
}

const root = new URL('../', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, root), 'utf8')
const code: PublicCode = parse(text('publiccode.yml'))
const { version, license, engines } = JSON.parse(text('package.json'))

describe('what catalogues of public software read', () => {
  it('agrees with package.json', () => {
    assert.equal(code.softwareVersion, version)
    assert.equal(code.legal.license, license)
    const node = code.dependsOn.open.find(({ name }) => name === 'Node.js')
    assert.equal(`>=${node?.versionMin}`, engines.node)
  })

  it('has one version with the lock, the Teams package and the top of the changelog', () => {
    const lock = JSON.parse(text('package-lock.json'))
    assert.deepEqual([lock.version, lock.packages[''].version], [version, version])
    assert.equal(JSON.parse(text('appPackage/manifest.json')).version, version)
    assert.equal(/^## (\S+?),? /m.exec(text('CHANGELOG.md'))?.[1], version)
  })

  it('describes the app in each of its languages, as much in one as in the other', () => {
    const { fr, en } = code.description
    assert.deepEqual(code.localisation.availableLanguages, ['fr', 'en'])
    assert.equal(fr?.features.length, en?.features.length)
  })

  it('keeps to the lengths of the standard, and shows what is there', () => {
    for (const { shortDescription, longDescription, screenshots = [] } of Object.values(code.description)) {
      assert.ok(shortDescription.length <= 150)
      assert.ok(longDescription.length >= 150 && longDescription.length <= 10_000)
      for (const path of screenshots) assert.ok(existsSync(new URL(path, root)), path)
    }
  })
})
