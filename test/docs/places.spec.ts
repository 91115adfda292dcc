import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultsOf } from './documents.ts'

/** Where a person's own files stand, and where one company's packages come from. */
const OWN = /(?<![\w.])\/(?:home\/(?!site\b)\w+|root\/|Users\/\w|work\/\w)|\bC:\\Users\\/
const REGISTRY = /\b(?:registry|artifactory|nexus|proxy|mirror)[\w.-]*\.[a-z]{2,}(?::\d+)?\/|_authToken/

const kept = (folder: string, ending: RegExp) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => ending.test(name))
        .map(name => join(folder, name))
    : []

describe('a file of the project', () => {
  it('names no machine of ours, and no place that packages come from', () => {
    const folders = ['src', 'bench', 'test', 'infra', 'env', 'appPackage', 'programmes', '.vscode']
    const files = [
      ...folders.flatMap(folder =>
        kept(folder, /\.(tsx?|cjs|mjs|js|json|ya?ml|html|css|conf|service|bicep)$|\.env\.\w+$/),
      ),
      ...readdirSync('.').filter(name => /\.(json|ya?ml)$|^Dockerfile$|^\.npmrc$/.test(name)),
    ]
    const faults = files
      .filter(path => !path.endsWith('places.spec.ts'))
      .flatMap(path => {
        const text = readFileSync(path, 'utf8')
        return [OWN, REGISTRY].flatMap(rule => (rule.exec(text) ? [`${path}: ${rule.exec(text)?.[0]}`] : []))
      })
    assert.ok(files.length > 1_000)
    assert.deepEqual(faults, [])
  })

  it('nor does a page', () => {
    assert.deepEqual(
      faultsOf(({ text }) => [OWN, REGISTRY].flatMap(rule => rule.exec(text)?.[0] ?? [])),
      [],
    )
  })
})
