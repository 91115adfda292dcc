import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { ConfigFault, readConfig } from '../../src/config/index.ts'
import { variables } from '../../src/config/variables.ts'
import { filesIn } from '../architecture/source.ts'
import { faultsOf, pageAt, rowsOf, spansIn } from './documents.ts'

/** What demo mode alone reads. */
const DEMO = ['DEMO_SAMPLE', 'DEMO_PLAYGROUND']
const NAMES = Object.keys(variables.shape).filter(name => !DEMO.includes(name))
const DEFAULTS: Readonly<Record<string, unknown>> = variables.parse({})
const isName = (text: string) => /^[A-Z]+(_[A-Z]+)*$/.test(text)

function demanded(): string[] {
  try {
    readConfig({ BOT_TYPE: 'SingleTenant' }, [])
  } catch (fault) {
    if (fault instanceof ConfigFault) return [...fault.faults.map(({ variable }) => variable), 'BOT_TYPE']
  }
  return []
}

type Row = { readonly names: readonly string[]; readonly last: string }
const settingRows = (path: string): Row[] =>
  rowsOf(pageAt(path))
    .map(cells => ({ names: spansIn(cells[0]), last: cells.at(-1) ?? '' }))
    .filter(({ names }) => names.length > 0 && names.every(name => NAMES.includes(name)))

describe('the settings in docs/operate.md, their only table', () => {
  const rows = settingRows('docs/operate.md')

  it('are those that the server reads, each once', () => {
    assert.deepEqual(rows.flatMap(({ names }) => names).toSorted(), NAMES.toSorted())
  })

  it('have the defaults that it takes', () => {
    // Its default is the id in the package: a GUID would say nothing to anybody.
    const plain = rows.filter(({ names }) => !names.includes('TEAMS_APP_ID'))
    for (const { names, last } of plain) {
      const values = names
        .map(name => DEFAULTS[name])
        .filter(value => value !== undefined && String(value) !== '')
      const told = spansIn(last).filter(
        span => !isName(span) && !/^(SingleTenant|UserAssignedMsi|api:.*)$/.test(span),
      )
      assert.deepEqual(told, values.map(String), names.join())
    }
  })

  it('are called required when it does not start without them', () => {
    const told = rows.filter(({ last }) => last.startsWith('required')).flatMap(({ names }) => names)
    assert.deepEqual(told.toSorted(), demanded().toSorted())
  })

  it('stand in no other document', () => {
    for (const path of ['docs/installer.md', 'docs/deploy.md', 'docs/operations.md'])
      assert.deepEqual(settingRows(path), [], path)
  })
})

describe('the settings that the installer types in', () => {
  it('are those that stand empty in infra/faire.env.example and are not made, each named on the page', () => {
    const empty = Object.entries(parseEnv(readFileSync('infra/faire.env.example', 'utf8')))
      .filter(([name, value]) => value === '' && !/_SECRET$/.test(name))
      .map(([name]) => name)
    assert.equal(empty.length, 8)
    const { spans } = pageAt('docs/installer.md')
    assert.deepEqual(
      [...empty, 'TEAMS_APP_ID'].filter(name => !spans.includes(name)),
      [],
    )
  })
})

const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name)
const toolkit = readdirSync('env').flatMap(name =>
  Object.keys(parseEnv(readFileSync(join('env', name), 'utf8'))),
)
/** What Microsoft's toolkit puts into its files and ours, as `${{NAME}}`. */
const placed = [
  'teamsapp.yml',
  'appPackage/manifest.json',
  'appPackage/en.json',
  'infra/azure/main.parameters.json',
].flatMap(path => namesIn(readFileSync(path, 'utf8'), /\$\{\{(\w+)\}\}/g))
const read = ['src', 'bench', 'test']
  .flatMap(folder => filesIn(folder, /\.[cm]?[jt]sx?$/))
  .flatMap(({ text }) => namesIn(text, /\benv\??\.([A-Z_]+)\b/g))
/** Of Node and OpenTelemetry: read by others than us. */
const OTHERS = /^(NODE_(ENV|OPTIONS|EXTRA_CA_CERTS|USE_ENV_PROXY)|HTTPS?_PROXY|NO_PROXY|OTEL_\w+)$/
const KNOWN = new Set([...Object.keys(variables.shape), ...toolkit, ...placed, ...read])
const NAME = '[A-Z]{2,}(?:_[A-Z]+)+'

describe('a setting that is named anywhere', () => {
  it('is read by somebody, on each page', () => {
    const alone = new RegExp(`^(${NAME})(?==|$)`, 'g')
    const set = new RegExp(`(?:^| |\\$)(${NAME})=`, 'gm')
    const faults = faultsOf(({ spans, text }) =>
      [...spans.flatMap(span => namesIn(span, alone)), ...namesIn(text, set)].filter(
        name => !KNOWN.has(name) && !OTHERS.test(name),
      ),
    )
    assert.deepEqual(faults, [])
  })

  it('is read by the toolkit or the server, in each of the toolkit’s files', () => {
    const known = [...placed, ...Object.keys(variables.shape), 'TEAMSFX_ENV']
    const faults = toolkit.filter(name => !known.includes(name))
    assert.deepEqual(faults, [])
  })
})
