import '../node-version.ts'

import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type AppPackageValues, ConfigFault, packageSettings, readAppPackageValues } from '../config/index.ts'
import { zipOf } from '../files/zip-writer.ts'
import {
  bytesOf,
  type Manifest,
  readEnvironment,
  readFilled,
  type Translation,
} from './app-package/manifest.ts'
import { loadSchemas } from './app-package/schemas.ts'
import { iconFault, manifestFaults, translationFaults } from './app-package/validation.ts'
import { attempt, UsageFault } from './command-line/attempt.ts'
import { linesTo, type Say } from './command-line/lines.ts'

const HELP = `npm run package -- [--env NAME] [--out FOLDER]
node --env-file=/etc/faire/faire.env dist/commands/package.js

Puts together what Teams is given: appPackage.NAME.zip, with the manifest, its other
languages and the icons of appPackage/, filled from the server's own settings, which
then hold APP_NAME, DEVELOPER_NAME and their like too: infra/faire.env.example.

  --env NAME    from env/.env.NAME and env/.env.NAME.user instead: an app of another
                id, or a pair of files of your own; without it the NAME is prod
  --out FOLDER  where to; appPackage/build when it is left out

All is checked first: the variables, the manifest and its languages against Microsoft's
schemas, the icons' sizes. Nothing is asked of a network. The same files give the same
archive, byte for byte, on any day. In the repository it needs npm ci; in a release
nothing: node dist/commands/package.js.

Ends with 0 when done, 1 when something is missing or refused, 2 when it could not be
tried.
`

const ROOT = new URL('../../', import.meta.url)

/** `name`: of the toolkit's environment; undefined: the server's settings. */
type Asked = { readonly name: string | undefined; readonly out: string }
type Environment = Readonly<Record<string, string | undefined>>
type Parts = { readonly manifest: Manifest; readonly files: ReadonlyMap<string, Buffer> }

/** Validation errors of the package, one line each. */
class PackageFault extends Error {}

function readArguments(args: readonly string[], root: URL): Asked | 'help' {
  const options = {
    env: { type: 'string' },
    out: { type: 'string', default: new URL('appPackage/build', root).pathname },
    help: { type: 'boolean', short: 'h' },
  } as const
  try {
    const { env: name, out, help } = parseArgs({ args: [...args], options }).values
    if (help) return 'help'
    if (!/^[a-z\d][\w-]*$/i.test(name ?? 'prod')) throw new Error('--env takes the name of an environment.')
    return { name, out }
  } catch (error) {
    throw new UsageFault(`${(error as Error).message}\n\n${HELP}`)
  }
}

/** @throws PackageFault with all errors, each line by its file */
function refuse(faults: readonly (readonly [file: string, fault: string])[]): void {
  if (faults.length > 0) throw new PackageFault(faults.map(([file, fault]) => `${file}: ${fault}`).join('\n'))
}

const asJson = (value: object) => Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`)

async function readIcons(root: URL, { icons }: Manifest): Promise<ReadonlyMap<string, Buffer>> {
  const read = Object.entries(icons).map(
    async ([kind, file]) => [kind, file, await bytesOf(new URL(`appPackage/${file}`, root))] as const,
  )
  const all = await Promise.all(read)
  refuse(
    all.flatMap(([kind, file, icon]) => {
      const fault = iconFault(kind, icon)
      return fault === undefined ? [] : [[file, fault] as const]
    }),
  )
  return new Map(all.map(([, file, icon]) => [file, icon]))
}

async function readTranslations(
  root: URL,
  { localizationInfo }: Manifest,
  values: AppPackageValues,
): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const { file } of localizationInfo?.additionalLanguages ?? []) {
    const texts = await readFilled<Translation>(root, file, values)
    refuse((await translationFaults(texts)).map(fault => [file, fault]))
    files.set(file, asJson(texts))
  }
  return files
}

/** Reads and validates all files of the archive. @throws PackageFault, UsageFault */
async function readParts(root: URL, values: AppPackageValues): Promise<Parts> {
  const manifest = await readFilled<Manifest>(root, 'manifest.json', values)
  refuse((await manifestFaults(manifest)).map(fault => ['manifest.json', fault]))
  const others = [await readTranslations(root, manifest, values), await readIcons(root, manifest)]
  return {
    manifest,
    files: new Map([['manifest.json', asJson(manifest)], ...others.flatMap(map => [...map])]),
  }
}

async function zip(files: Parts['files']): Promise<Buffer> {
  const names = [...files.keys()].sort()
  const made: Uint8Array[] = []
  for await (const part of zipOf(names.map(name => ({ name, parts: [files.get(name) ?? ''] }))))
    made.push(part)
  return Buffer.concat(made)
}

async function putTogether(
  { name, out }: Asked,
  root: URL,
  env: Environment | undefined,
  say: Say,
): Promise<number> {
  await loadSchemas()
  const read = name === undefined ? packageSettings(env) : await readEnvironment(root, name)
  const { manifest, files } = await readParts(root, readAppPackageValues(read))
  const archive = await zip(files)
  const path = join(out, `appPackage.${name ?? 'prod'}.zip`)
  await mkdir(out, { recursive: true })
  await writeFile(path, archive)
  say(path)
  say(`  ${manifest.name.short}, version ${manifest.version}`)
  say(`  app id   ${manifest.id}`)
  say(`  size     ${archive.length} bytes, ${files.size} files`)
  say(`  sha-256  ${createHash('sha256').update(archive).digest('hex')}`)
  return 0
}

/** Entry point. `say` gets stdout lines, `complain` why there is no package. @returns the exit code */
export async function packageApp(
  args: readonly string[],
  say: Say,
  complain: Say,
  root: URL = ROOT,
  env?: Environment,
): Promise<number> {
  return attempt(complain, async () => {
    const asked = readArguments(args, root)
    if (asked !== 'help') {
      return putTogether(asked, root, env, say).catch((error: Error) => {
        if (!(error instanceof ConfigFault) && !(error instanceof PackageFault)) throw error
        complain(error.message)
        return 1
      })
    }
    say(HELP)
    return 0
  })
}

if (import.meta.main) {
  process.exitCode = await packageApp(process.argv.slice(2), linesTo(process.stdout), linesTo(process.stderr))
}
