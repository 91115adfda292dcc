import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs, promisify } from 'node:util'
import { attempt, UsageFault } from './command-line/attempt.ts'
import { linesTo, type Say } from './command-line/lines.ts'

const HELP = `npm run sbom -- FILE

Writes into FILE what is delivered, as CycloneDX JSON: what the server runs on,
as package-lock.json has it, and what the pages and the commands hold, as they
were built. What
only builds or tests the app is left out. The same tree, built, and the same npm
give the same file, byte by byte.

Needs the build: npm run build.
Ends with 0, or with 2 when it could not be done.
`

const ROOT = new URL('../../', import.meta.url)
/** Property by which npm marks development dependencies. */
const BUILD_ONLY = 'cdx:npm:package:development'

type Property = { readonly name: string }
type Component = {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly scope?: string
  readonly properties?: readonly Property[]
}
/** The fields of a bill of materials (CycloneDX) that are read; all others pass through. */
export type BillOfMaterials = {
  readonly metadata: { readonly component: Component; readonly timestamp?: string }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
}
type Package = { readonly name: string; readonly version: string }

/** A UUID derived from the content, for reproducible output. */
function serialOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}

/**
 * The delivered software: what the server needs at run time and what else is bundled (`built`); without timestamp
 * and folder.
 */
export function delivered(bill: BillOfMaterials, name: string, built: readonly Package[]): BillOfMaterials {
  const bundled = new Set(built.map(each => `${each.name}@${each.version}`))
  const kept = bill.components.flatMap(component => {
    const { properties = [] } = component
    if (!properties.some(each => each.name === BUILD_ONLY)) return component
    if (!bundled.has(`${component.name}@${component.version}`)) return []
    return {
      ...component,
      scope: 'required',
      properties: properties.filter(each => each.name !== BUILD_ONLY),
    }
  })
  const { timestamp, ...metadata } = bill.metadata
  const refs = new Set([metadata.component, ...kept].map(each => each['bom-ref']))
  const whole = {
    ...bill,
    metadata: { ...metadata, component: { ...metadata.component, name, type: 'application' } },
    components: kept,
    dependencies: bill.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(each => refs.has(each)) })),
  }
  return {
    ...whole,
    serialNumber: serialOf(JSON.stringify({ ...whole, serialNumber: '' })),
  } as BillOfMaterials
}

async function allInstalled(): Promise<BillOfMaterials> {
  const asked = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const { stdout } = await promisify(execFile)('npm', asked, { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(stdout)
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'))
}

function readArguments(args: readonly string[]): string | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    strict: false,
  })
  const [file] = positionals
  if (values.help) return 'help'
  if (file === undefined || positionals.length > 1)
    throw new UsageFault(`It takes the name of one file.\n\n${HELP}`)
  return file
}

async function write(file: string, say: Say): Promise<void> {
  if (['dist-tabs', 'dist'].some(folder => !existsSync(new URL(`${folder}/licences.json`, ROOT))))
    throw new UsageFault('The app is not built: npm run build.')
  const { name } = read<Package>('package.json')
  const built = ['dist-tabs', 'dist'].flatMap(folder => read<Package[]>(`${folder}/licences.json`))
  const bill = delivered(await allInstalled(), name, built)
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
  say(`${bill.components.length} packages are in ${file}.`)
}

/** Entry point. `say` gets stdout lines, `complain` why the command could not run. @returns the exit code */
export async function sbom(args: readonly string[], say: Say, complain: Say): Promise<number> {
  return attempt(complain, async () => {
    const asked = readArguments(args)
    if (asked === 'help') say(HELP)
    else await write(asked, say)
    return 0
  })
}

if (import.meta.main) {
  process.exitCode = await sbom(process.argv.slice(2), linesTo(process.stdout), linesTo(process.stderr))
}
