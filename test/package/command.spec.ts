import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseEnv } from 'node:util'
import { packageBeside } from '../../src/commands/app-package/beside-server.ts'
import { packageApp } from '../../src/commands/package.ts'
import { readConfig } from '../../src/config/index.ts'
import { heard } from '../commands/heard.ts'
import { unzip } from '../support/reading/workbook.ts'

const ID = '0a0a0a0a-1111-4222-8333-444444444444'
const ROOT = new URL('../../', import.meta.url)
const real = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')

/** What an administration writes over the example. */
const OWN = {
  PUBLIC_URL: 'https://faire.valmorane.fr',
  BOT_DOMAIN: 'faire.valmorane.fr',
  BOT_ID: ID,
  BOT_TENANT_ID: ID,
  AAD_APP_CLIENT_ID: ID,
  DEVELOPER_NAME: 'Ville de Valmorane',
  DEVELOPER_URL: 'https://www.valmorane.fr',
  PRIVACY_URL: 'https://www.valmorane.fr/donnees',
  TERMS_URL: 'https://www.valmorane.fr/conditions',
}

const written = (values: object) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')

describe('npm run package', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'package-command-'))
    cpSync(new URL('appPackage', ROOT), join(folder, 'appPackage'), {
      recursive: true,
      filter: path => !path.endsWith('build'),
    })
    mkdirSync(join(folder, 'env'))
    fillIn({})
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** The environment `dev`: the committed file, and what is written over it. */
  function fillIn(change: object): void {
    writeFileSync(join(folder, 'env/.env.dev'), real('env/.env.dev'))
    writeFileSync(join(folder, 'env/.env.dev.user'), written({ ...OWN, ...change }))
  }

  const run = (...args: readonly string[]) =>
    heard((given, say, complain) => packageApp(given, say, complain, pathToFileURL(`${folder}/`)), args, {})
  const archive = (out = join(folder, 'appPackage/build')) => readFileSync(join(out, 'appPackage.dev.zip'))
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

  it('makes one that a look before the first start finds to be the server’s, and not another’s', async () => {
    await run('--env', 'dev')
    const folderOf = pathToFileURL(`${folder}/appPackage/build/`)
    const { BOT_DOMAIN: _, DEVELOPER_NAME: __, ...registered } = OWN
    const set = {
      ...registered,
      BOT_TYPE: 'SingleTenant',
      BOT_PASSWORD: 'none',
      LINK_SECRET: 'signs nothing that anybody reads',
    }
    assert.match(await packageBeside(folderOf, readConfig(set, [])), /^appPackage\.dev\.zip is/)
    const moved = readConfig({ ...set, PUBLIC_URL: 'https://ailleurs.valmorane.fr' }, [])
    await assert.rejects(packageBeside(folderOf, moved), /another PUBLIC_URL, AAD_APP_ID_URI than/)
  })

  it('takes what the server’s settings say where no environment is named, and the catalogue’s id for none of its own', async () => {
    const { BOT_DOMAIN: _, AAD_APP_CLIENT_ID: __, ...typed } = OWN
    const example = parseEnv(real('infra/faire.env.example')) as Record<string, string>
    const env = { ...example, ...typed, TEAMS_APP_ID: ID }
    const root = pathToFileURL(`${folder}/`)
    const { code, complained } = await heard(
      (given, say, complain, set) => packageApp(given, say, complain, root, set),
      [],
      env,
    )
    assert.equal(`${complained}${code}`, '0')
    await run('--env', 'dev')
    const made = readFileSync(join(folder, 'appPackage/build/appPackage.prod.zip'))
    assert.equal(sha256(made), sha256(archive()))
    const without = await heard(
      (given, say, complain, set) => packageApp(given, say, complain, root, set),
      [],
      example,
    )
    assert.equal(without.code, 1)
    assert.deepEqual(
      without.complained
        .split('\n')
        .map(line => line.split(':')[0])
        .toSorted(),
      [
        'AAD_APP_CLIENT_ID',
        'BOT_ID',
        'DEVELOPER_NAME',
        'DEVELOPER_URL',
        'PRIVACY_URL',
        'PUBLIC_URL',
        'TERMS_URL',
      ],
    )
  })

  it('says in one sentence that the development packages are missing, and writes nothing', async () => {
    const hook = `import { registerHooks } from 'node:module'
      registerHooks({ resolve(name, context, next) {
        if (/^(@microsoft.app-manifest|ajv)$/.test(name)) throw Object.assign(new Error(name), { code: 'ERR_MODULE_NOT_FOUND' })
        return next(name, context)
      } })`
    const program = `
      const { packageApp } = await import('./src/commands/package.ts')
      const say = line => void process.stdout.write(line + '\\n')
      process.exit(await packageApp(['--env', 'dev'], say, say, new URL('${pathToFileURL(`${folder}/`)}')))`
    const data = `data:text/javascript,${encodeURIComponent(hook)}`
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', data, '--input-type=module', '-e', program],
      { encoding: 'utf8' },
    )
    assert.equal(status, 2)
    assert.match(stdout, /^The development packages are not here: .+\.\n$/)
    assert.throws(archive, /ENOENT/)
  })

  it('puts the manifest, its English and the icons into one archive, filled', async () => {
    const { code, complained } = await run('--env', 'dev')
    assert.equal(`${complained}${code}`, '0')
    const files = unzip(archive())
    assert.deepEqual(
      [...files.keys()],
      ['color.png', 'color32x32.png', 'en.json', 'manifest.json', 'outline.png'],
    )
    const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '')
    assert.equal(manifest.bots[0].botId, ID)
    assert.equal(manifest.webApplicationInfo.resource, `api://faire.valmorane.fr/botid-${ID}`)
    assert.equal(manifest.staticTabs[1].contentUrl, 'https://faire.valmorane.fr/tabs/personal')
    for (const name of ['color.png', 'color32x32.png', 'outline.png'])
      assert.ok(files.get(name)?.equals(readFileSync(new URL(`appPackage/${name}`, ROOT))), name)
    for (const name of ['manifest.json', 'en.json'])
      assert.doesNotMatch(files.get(name)?.toString('utf8') ?? '', /\$\{\{/)
  })

  it('says where it is, how large, its hash, and the app’s name, id and version', async () => {
    const { said } = await run('--env', 'dev')
    const bytes = archive()
    for (const told of [
      join(folder, 'appPackage/build/appPackage.dev.zip'),
      `${bytes.length} bytes`,
      sha256(bytes),
      'Faire Administration',
      '69d16f06-3c32-4b78-82d2-56067ce9a62b',
      JSON.parse(real('package.json')).version,
    ])
      assert.ok(said.includes(told), told)
  })

  it('makes the same archive again, from another folder, whenever its files were written', async () => {
    await run('--env', 'dev')
    const first = sha256(archive())
    const elsewhere = join(folder, 'elsewhere')
    mkdirSync(elsewhere)
    for (const part of ['appPackage', 'env'])
      cpSync(join(folder, part), join(elsewhere, part), { recursive: true })
    const then = new Date('2031-02-03T04:05:06Z')
    for (const name of ['manifest.json', 'en.json', 'color.png'])
      utimesSync(join(elsewhere, 'appPackage', name), then, then)
    const { code } = await heard(
      (given, say, complain) => packageApp(given, say, complain, pathToFileURL(`${elsewhere}/`)),
      ['--env', 'dev', '--out', join(folder, 'out')],
      {},
    )
    assert.equal(code, 0)
    assert.equal(sha256(archive(join(folder, 'out'))), first)
    // The first day that an archive can name, at midnight: in each file's head.
    assert.equal(archive().readUInt32LE(10), 0x0021_0000)
  })

  it('names every variable that is missing at once, and leaves nothing', async () => {
    writeFileSync(join(folder, 'env/.env.dev'), '')
    writeFileSync(join(folder, 'env/.env.dev.user'), '')
    const { code, complained } = await run('--env', 'dev')
    assert.equal(code, 1)
    const placed = real('appPackage/manifest.json') + real('appPackage/en.json')
    const names = new Set([...placed.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name))
    names.delete('APP_NAME_SUFFIX')
    for (const name of names) assert.match(complained, new RegExp(`^${name}: `, 'm'))
    assert.equal(complained.split('\n').length, names.size)
    assert.throws(archive, { code: 'ENOENT' })
  })

  for (const [what, change, named] of [
    ['an address that is not https', { PUBLIC_URL: 'http://faire.valmorane.fr' }, 'PUBLIC_URL'],
    ['an address with a path', { PUBLIC_URL: 'https://faire.valmorane.fr/app' }, 'PUBLIC_URL'],
    ['this machine', { PUBLIC_URL: 'https://localhost:3978', BOT_DOMAIN: 'localhost:3978' }, 'PUBLIC_URL'],
    ['an IP address', { PUBLIC_URL: 'https://10.0.0.7', BOT_DOMAIN: '10.0.0.7' }, 'PUBLIC_URL'],
    [
      'the example’s address',
      { PUBLIC_URL: 'https://faire.example.org', BOT_DOMAIN: 'faire.example.org' },
      'PUBLIC_URL',
    ],
    ['the example’s name', { DEVELOPER_NAME: 'Votre administration' }, 'DEVELOPER_NAME'],
    ['the example’s notice', { PRIVACY_URL: 'https://www.example.org/donnees-personnelles' }, 'PRIVACY_URL'],
    ['a host that is not the address’s', { BOT_DOMAIN: 'autre.valmorane.fr' }, 'BOT_DOMAIN'],
    ['an id that is none', { BOT_ID: 'bot' }, 'BOT_ID'],
    ['a name that is too long', { APP_NAME: 'x'.repeat(31) }, 'APP_NAME'],
    [
      'a name that is too long with its suffix',
      { APP_NAME: 'x'.repeat(25), APP_NAME_SUFFIX: '-local' },
      'APP_NAME_SUFFIX',
    ],
    ['a text that would be filled once more', { DIRECTION_TAB: '$' + '{{BOT_ID}}' }, 'DIRECTION_TAB'],
    ['another URI than the manifest’s', { AAD_APP_ID_URI: 'api://faire.valmorane.fr/x' }, 'AAD_APP_ID_URI'],
    ['a tab signed in by an identity', { BOT_TYPE: 'UserAssignedMsi' }, 'AAD_APP_CLIENT_ID'],
  ] as const) {
    it(`refuses ${what}, naming ${named} and no value`, async () => {
      fillIn(change)
      const { code, complained } = await run('--env', 'dev')
      assert.equal(code, 1)
      assert.match(complained, new RegExp(`^${named}: [^\n]+$`))
      for (const value of Object.values(change)) assert.ok(!complained.includes(`: ${value}`), value)
    })
  }

  it('takes a value as text, whatever is in it', async () => {
    const name = 'Pôle "A" \\ $& <b>'
    writeFileSync(join(folder, 'env/.env.dev'), `${real('env/.env.dev')}\nDIRECTION_TAB='${name}'\n`)
    assert.equal((await run('--env', 'dev')).code, 0)
    const manifest = JSON.parse(unzip(archive()).get('manifest.json')?.toString('utf8') ?? '')
    assert.equal(manifest.staticTabs[2].name, name)
  })

  it('says what the official schemas have against a manifest or its English', async () => {
    const spoil = (file: string, from: string, to: string) => {
      const path = join(folder, 'appPackage', file)
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
    }
    spoil('en.json', '"staticTabs[1].name"', '"staticTabs[16].name"')
    const english = await run('--env', 'dev')
    assert.equal(english.code, 1)
    assert.match(english.complained, /^en\.json: .*staticTabs\[16\]/)
    spoil('manifest.json', '"tier1"', '"tier9"')
    const manifest = await run('--env', 'dev')
    assert.equal(manifest.code, 1)
    assert.match(manifest.complained, /^manifest\.json: \/supportsChannelFeatures /)
  })

  it('refuses an icon of another size, or that is no PNG', async () => {
    cpSync(join(folder, 'appPackage/color.png'), join(folder, 'appPackage/outline.png'))
    const large = await run('--env', 'dev')
    assert.equal(
      `${large.code} ${large.complained}`,
      '1 outline.png: is 192 by 192 pixels, and must be 32 by 32',
    )
    writeFileSync(join(folder, 'appPackage/outline.png'), '<svg/>')
    assert.equal((await run('--env', 'dev')).complained, 'outline.png: is no PNG')
  })

  it('ends with 2 where there is nothing to try, and tells more with --help', async () => {
    for (const args of [['--env'], ['--env', '../x'], ['--env', 'dev', 'more'], ['--env', 'nobody']]) {
      const { code, complained } = await run(...args)
      assert.equal(code, 2, args.join(' '))
      assert.ok(complained.length > 0)
    }
    const { code, said } = await run('--help')
    assert.equal(code, 0)
    assert.match(said, /--env NAME[\s\S]*--out FOLDER/)
  })
})
