import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { COMMANDS } from './entries.ts'
import { LICENCES, type Licensed } from './licences.ts'
import type { ArchivedFile } from './tar.ts'

/** What is delivered as it stands in the repository: what the server reads, what an operator needs, and the documents. */
const AS_IT_IS =
  /^(?:(?:adaptiveCards|programmes|infra|docs)\/|appPackage\/[^/]+$|env\/\.env\.(?:dev|local)$)/
const PAGES_OF_ROOT = ['LICENSE', 'CHANGELOG.md', 'SECURITY.md']

type Manifest = Readonly<Record<'name' | 'version' | 'description' | 'license' | 'type', string>> & {
  readonly engines: object
  readonly scripts: Readonly<Record<string, string>>
}

/** From which commit, and by what, an archive was made. */
type Origin = {
  readonly commit: string
  /** Of the commit, in seconds since 1970. */
  readonly seconds: number
  readonly node: string
  readonly npm: string
}

const textFile = (path: string, text: string): ArchivedFile => ({ path, bytes: Buffer.from(text) })

/** package.json as it is delivered: `npm run` has the commands that are there, and nothing is to be installed. */
export function shippedManifest({ name, version, description, license, type, engines, scripts }: Manifest) {
  const sources = new Set(COMMANDS.map(command => `node src/commands/${command}.ts`))
  const commands = Object.entries(scripts)
    .filter(([, run]) => sources.has(run))
    .map(([script, run]) => [script, run.replace('node src/', 'node dist/').replace('.ts', '.js')])
  const started = { start: scripts.start, ...Object.fromEntries(commands) }
  return { name, version, description, license, private: true, type, engines, scripts: started }
}

function versionText({ name, version }: Manifest, origin: Origin, migration: string): string {
  return `${name} ${version}
commit ${origin.commit}
of ${new Date(origin.seconds * 1_000).toISOString()}
built by Node ${origin.node}, npm ${origin.npm}
last migration ${migration}

Nothing is to be built or installed but Node. How to start: docs/installer.md (français), docs/deploy.md (English).
`
}

/** The licences of all packages that are delivered. */
function licencesText(packages: readonly Licensed[]): string {
  const named = new Map(packages.map(each => [`${each.name} ${each.version}`, each]))
  const entries = [...named]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { identifier = '', source = '', text }]) =>
      [[name, identifier].join(' ').trim(), source, text ?? 'Its package comes without a text.']
        .filter(Boolean)
        .join('\n\n'),
    )
  return `${entries.join(`\n\n${'-'.repeat(78)}\n\n`)}\n`
}

/** All files below a folder, under another name of it. */
function filesIn(folder: string, name: string): readonly ArchivedFile[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ path: join(name, relative(folder, path)), bytes: readFileSync(path) }))
}

type Made = {
  /** The repository, with its pages built. */
  readonly root: string
  /** Paths that the repository keeps. */
  readonly kept: readonly string[]
  /** Where the server was written to. */
  readonly server: string
  /** The bill of materials. */
  readonly bill: string
  readonly origin: Origin
  /** Name of the last migration. */
  readonly migration: string
}

/** All files of a release, in a folder named after it. */
export function contentsOf({ root, kept, server, bill, origin, migration }: Made): readonly ArchivedFile[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const packages = [join(root, 'dist-tabs', LICENCES), join(server, LICENCES)].flatMap(
    file => JSON.parse(readFileSync(file, 'utf8')) as Licensed[],
  )
  const files = [
    ...kept
      .filter(path => AS_IT_IS.test(path) || PAGES_OF_ROOT.includes(path))
      .map(path => ({ path, bytes: readFileSync(join(root, path)) })),
    ...filesIn(join(root, 'dist-tabs'), 'dist-tabs'),
    ...filesIn(server, 'dist').filter(({ path }) => path !== join('dist', LICENCES)),
    textFile('package.json', `${JSON.stringify(shippedManifest(manifest), null, 2)}\n`),
    textFile('VERSION', versionText(manifest, origin, migration)),
    textFile('licences.txt', licencesText(packages)),
    textFile('sbom.cdx.json', bill),
  ]
  const folder = `${manifest.name}-${manifest.version}`
  return files.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes }))
}
