import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { check } from '../../src/commands/check.ts'
import { portalFields } from '../../src/commands/checks/portals.ts'
import { readRegistration } from '../../src/config/index.ts'
import { APP, BOT, type Env, GOOD, MANAGED, SECRETS, TENANT } from '../config/wrong-settings.ts'
import { pageAt } from '../docs/documents.ts'
import { heard } from './heard.ts'

const told = (env: Env) => heard(check, ['--portals'], env)
const pasted = (said: string, step: string, field: RegExp) =>
  said
    .split('\n')
    .find(line => line.startsWith(`${step}  `) && field.test(line))
    ?.split(/ {2,}/)[2]

describe('npm run check:install -- --portals', () => {
  it('prints each value that is derived from the settings, and no secret', async () => {
    const { code, said, complained } = await told(GOOD)
    assert.equal(`${complained}${code}`, '0')
    assert.equal(pasted(said, 'E4', /URI/), `api://faire.valmorane.fr/botid-${BOT}`)
    assert.equal(pasted(said, 'A1', /App ID/), BOT)
    assert.equal(pasted(said, 'A1', /tenant/), TENANT)
    assert.equal(pasted(said, 'A2', /endpoint/), 'https://faire.valmorane.fr/api/messages')
    for (const secret of Object.values(SECRETS)) assert.ok(!said.includes(secret))
  })

  it('agrees with what the toolkit registers', async () => {
    const { said } = await told(GOOD)
    const { api, optionalClaims } = JSON.parse(readFileSync('infra/entra.json', 'utf8'))
    assert.equal(pasted(said, 'E3', /Version/), String(api.requestedAccessTokenVersion))
    assert.equal(pasted(said, 'E5', /name/), api.oauth2PermissionScopes[0].value)
    assert.deepEqual(
      [pasted(said, 'E6', /client/), pasted(said, 'E7', /client/)],
      api.preAuthorizedApplications.map(({ appId }: { appId: string }) => appId),
    )
    assert.equal(pasted(said, 'E8', /claim/), optionalClaims.accessToken[0].name)
  })

  it('says what is still to be set, before anything is registered', async () => {
    const { code, said } = await told({})
    assert.equal(code, 0)
    assert.match(said, /^E4 .+\(set PUBLIC_URL and BOT_ID, then ask again\)$/m)
    assert.match(said, /^A2 .+\(set PUBLIC_URL, then ask again\)$/m)
    const begun = await told({ PUBLIC_URL: GOOD.PUBLIC_URL ?? '' })
    assert.match(begun.said, /^E4 .+\(set BOT_ID, then ask again\)$/m)
    const wrong = await told({ PUBLIC_URL: 'https://faire.example.org', BOT_ID: 'my bot' })
    assert.doesNotMatch(wrong.said, /example|my bot/)
  })

  it('asks for no secret of a managed identity, whose tab has an application of its own', async () => {
    const { said } = await told(MANAGED)
    assert.doesNotMatch(said, /^E2/m)
    assert.match(said, /Managed Identity/)
    assert.equal(readRegistration(MANAGED).clientId, APP)
  })

  it('has a row in the document for each step, in its order, with the names of the fields', () => {
    const page = pageAt('docs/installer.md').text
    const rows = [...page.matchAll(/^\| ([EAT]\d) +\|(.+)\|$/gm)]
    const fields = portalFields(readRegistration(GOOD))
    assert.deepEqual(
      rows.map(([, step]) => step),
      [...new Set(fields.map(({ step }) => step))],
    )
    for (const { step, field, value } of fields) {
      const row = rows.find(([, each]) => each === step)?.[2] ?? ''
      if (
        /^[\da-f-]{36}$|^acct$|^access_as_user$|^2$/.test(value) &&
        !value.includes(BOT) &&
        value !== TENANT
      )
        assert.ok(row.includes(value), `${step} lacks ${value}`)
      const last = field.split(', ').at(-1) ?? ''
      if (/^(Messaging|Add|New|Org|Upload|Users)/.test(last))
        assert.ok(row.includes(last), `${step}: ${last}`)
    }
  })
})
