import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { CLIENTS } from '../../src/http/sign-in/token.ts'

const root = new URL('../../', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, root), 'utf8')
const json = (path: string) => JSON.parse(text(path))

type Step = {
  readonly uses: string
  readonly with: Readonly<Record<string, unknown>>
  readonly writeToEnvironmentFile?: object
}
type Plan = Readonly<Partial<Record<'provision' | 'deploy' | 'publish', readonly Step[]>>>
type Scripts = Readonly<Record<string, string>>

const FILES = ['teamsapp.yml', 'teamsapp.local.yml', 'teamsapp.testtool.yml']
const plan = (file: string) => parse(text(file)) as Plan
const stepsOf = (file: string) =>
  Object.values(plan(file)).flatMap(part => (Array.isArray(part) ? part : [])) as Step[]
const { scripts } = json('package.json') as { scripts: Scripts }

/** Names in `${{…}}`, in the order they are met. */
const placed = (of: unknown) =>
  [...JSON.stringify(of).matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name)

/** What `arm/deploy` gives back: the outputs of the template, by their names. */
const outputs = [...text('infra/azure/main.bicep').matchAll(/^output (\w+) /gm)].map(([, name = '']) => name)

/** What a file that a step reads is filled with. */
function filledBy({ uses, with: how }: Step): readonly string[] {
  const paths = {
    'arm/deploy': ['infra/azure/main.parameters.json'],
    'aadApp/update': [String(how.manifestPath)],
    'teamsApp/zipAppPackage': ['appPackage/manifest.json', 'appPackage/en.json'],
  }[uses]
  return (paths ?? []).flatMap(path => placed(text(path)))
}

function madeBy({ uses, writeToEnvironmentFile: made = {} }: Step): readonly string[] {
  if (uses === 'arm/deploy') return outputs
  // The toolkit makes this one up where it is missing.
  if (uses === 'aadApp/update') return ['AAD_APP_ACCESS_AS_USER_PERMISSION_ID']
  return Object.values(made) as string[]
}

describe('the toolkit’s files', () => {
  const ajv = new Ajv({ allErrors: true, strict: false })
  const isValid = ajv.compile(json('test/package/toolkit-v1.11.schema.json'))

  for (const file of FILES) {
    it(`${file} is valid by the official schema, which it names`, () => {
      assert.ok(isValid(parse(text(file))), JSON.stringify(isValid.errors))
      assert.match(text(file), /^# yaml-language-server: .*\/v1\.11\/yaml\.schema\.json\n/)
    })

    it(`${file} names files that stand here, and scripts that package.json has`, () => {
      for (const { uses, with: how } of stepsOf(file)) {
        for (const key of ['manifestPath', 'ignoreFile'])
          if (typeof how[key] === 'string') assert.ok(existsSync(new URL(how[key], root)), how[key])
        const script = uses === 'cli/runNpmCommand' && /^run (\S+)/.exec(String(how.args))?.[1]
        if (script) assert.ok(script in scripts, script)
      }
    })
  }

  it('are refused by that schema where a step is none', () => {
    assert.ok(!isValid({ ...plan('teamsapp.yml'), deploy: [{ uses: 'cli/runNpm', with: { args: 'ci' } }] }))
  })

  for (const [file, name] of [
    ['teamsapp.yml', 'dev'],
    ['teamsapp.local.yml', 'local'],
  ] as const) {
    it(`${file} uses no variable before something has given it`, () => {
      const given = new Set(['TEAMSFX_ENV', ...Object.keys(parseEnv(text(`env/.env.${name}`)))])
      // Empty in the committed file, and filled by a step of provision: not there before it.
      const made = new Set(stepsOf(file).flatMap(madeBy))
      const asked = (variable: string) => /^(PUBLIC_URL|BOT_DOMAIN)$/.test(variable) && name === 'local'
      for (const variable of made) if (!asked(variable) && variable !== 'TEAMS_APP_ID') given.delete(variable)
      for (const step of plan(file).provision ?? []) {
        // Each creates what is not there yet, and is looked at by its own output.
        if (step.uses === 'aadApp/update') for (const each of madeBy(step)) given.add(each)
        const missing = [...placed(step.with), ...filledBy(step)].filter(
          each => !given.has(each) && !each.startsWith('SECRET_'),
        )
        assert.deepEqual(missing, [], step.uses)
        for (const each of madeBy(step)) given.add(each)
      }
    })
  }

  it('register the bot and the tab for the tenant of the bot alone, as its type in each environment says', () => {
    for (const file of ['teamsapp.yml', 'teamsapp.local.yml'])
      for (const { uses, with: how } of stepsOf(file))
        if (uses === 'aadApp/create') assert.equal(how.signInAudience, 'AzureADMyOrg', file)
    assert.equal(json('infra/entra.json').signInAudience, 'AzureADMyOrg')
    for (const name of ['dev', 'local'])
      assert.equal(parseEnv(text(`env/.env.${name}`)).BOT_TYPE, 'SingleTenant', name)
  })

  it('send to Azure what the server reads and no more', () => {
    const kept = [...text('infra/azure/deploy.ignore').matchAll(/^!\/(.+)$/gm)].map(([, path = '']) => path)
    const copied = [...text('Dockerfile').matchAll(/^COPY (?:--from=\w+ )?(.+) \S+$/gm)].flatMap(
      ([line, from = '']) =>
        // What the stages before the last one copy is there to build from.
        line.includes('--from=build') || /adaptiveCards|programmes|LICENSE/.test(line)
          ? from.split(' ').map(path => path.split('/').at(-1) ?? '')
          : [],
    )
    assert.deepEqual(kept.sort(), [...new Set(copied)].sort())
  })

  it('register the tab as docs/installer.md says: one scope, for Teams’ own clients', () => {
    const { api, identifierUris, optionalClaims } = json('infra/entra.json')
    const { webApplicationInfo } = json('appPackage/manifest.json')
    assert.deepEqual(identifierUris, [webApplicationInfo.resource])
    assert.deepEqual(
      api.oauth2PermissionScopes.map(({ value }: { value: string }) => value),
      ['access_as_user'],
    )
    for (const { appId } of api.preAuthorizedApplications)
      assert.ok(text('docs/installer.md').includes(appId), appId)
    assert.deepEqual(
      api.preAuthorizedApplications.map(({ appId }: { appId: string }) => appId),
      CLIENTS,
    )
    // Without it a guest whom Entra itself signs in is not told from a member.
    assert.deepEqual(
      optionalClaims.accessToken.map(({ name }: { name: string }) => name),
      ['acct'],
    )
  })

  it('start the Playground by the demo alone', () => {
    assert.deepEqual(
      stepsOf('teamsapp.testtool.yml').map(({ uses, with: how }) => [uses, how.args]),
      [['cli/runNpmCommand', 'ci']],
    )
    const { configurations } = json('.vscode/launch.json')
    assert.ok(configurations.some(({ command }: { command?: string }) => command === 'npm run demo'))
  })
})

describe('the editor’s files', () => {
  it('run scripts that package.json has, and programs that stand here', () => {
    const { configurations } = json('.vscode/launch.json')
    const { tasks } = json('.vscode/tasks.json')
    const said = JSON.stringify([configurations, tasks])
    const run = [
      ...[...said.matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script),
      ...tasks.flatMap(({ script }: { script?: string }) => script ?? []),
      ...configurations.flatMap(
        ({ preLaunchTask }: { preLaunchTask?: string }) => preLaunchTask?.replace('npm: ', '') ?? [],
      ),
    ]
    assert.ok(run.length >= 6)
    for (const script of run) assert.ok(script in scripts, script)
    for (const [, path = ''] of said.matchAll(/\$\{workspaceFolder\}\/([\w./-]+)/g))
      assert.ok(existsSync(new URL(path, root)), path)
    for (const [, path = ''] of said.matchAll(/--env-file=([\w./]+)/g))
      assert.ok(existsSync(new URL(path, root)), path)
  })
})
