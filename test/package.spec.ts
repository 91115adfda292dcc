import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest'
import { MANIFEST_ID } from '../src/config/config.ts'
import { createParser } from '../src/conversation/commands.ts'
import type { Command } from '../src/conversation/handlers.ts'
import { leavesOf } from './cards/tree.ts'
import { setStage } from './support/stage.ts'
import { FOREIGN, town } from './support/town.ts'

type Text = Readonly<Record<string, string | undefined>>
type Rules = Readonly<Record<string, { readonly maxLength?: number }>>
type Commands = { readonly commands: readonly { readonly title: string; readonly description: string }[] }
type Extension = {
  readonly commands: readonly {
    readonly id: string
    readonly type: 'query' | 'action'
    readonly parameters?: readonly unknown[]
  }[]
}
type Manifest = TeamsManifest & {
  readonly staticTabs: readonly { readonly name?: string }[]
  readonly version: string
  readonly composeExtensions: readonly [Extension]
  readonly bots: readonly [{ readonly commandLists: readonly [Commands, Commands] }]
}
type LocalizationSchema = { properties: Rules; patternProperties: Rules; required: readonly string[] }

const root = new URL('../', import.meta.url)
const bytes = (path: string) => readFileSync(new URL(path, root))
const text = (path: string) => bytes(path).toString('utf8')
const env = (name: string): Text => parseEnv(text(`env/.env.${name}`))

const ID = '0a0a0a0a-1111-4222-8333-444444444444'
/** What an operator adds to the committed file. */
const FILLED = { BOT_ID: ID, BOT_TENANT_ID: ID, AAD_APP_CLIENT_ID: ID }

/** What the toolkit makes of a file: each `${{NAME}}` replaced. */
function fill(source: string, values: Text): string {
  return source.replace(/\$\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
}

const dev: Text = { ...env('dev'), ...FILLED }
const manifest = JSON.parse(fill(text('appPackage/manifest.json'), dev)) as Manifest
const english = JSON.parse(fill(text('appPackage/en.json'), dev)) as Text & { $schema: string }

const LAB: readonly string[] = ['organiser', 'observer']

describe('the app package', () => {
  it('is valid against the official schema once its placeholders are filled', async () => {
    assert.doesNotMatch(JSON.stringify([manifest, english]), /\$\{\{/)
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest), [])
  })

  it('speaks English wherever it speaks French', () => {
    const spoken = ['name.short', 'name.full', 'description.short', 'description.full']
    for (const [index, { name }] of manifest.staticTabs.entries()) {
      if (name !== undefined) spoken.push(`staticTabs[${index}].name`)
    }
    for (const [list, { commands }] of manifest.bots[0].commandLists.entries()) {
      for (const index of commands.keys()) {
        const at = `bots[0].commandLists[${list}].commands[${index}]`
        spoken.push(`${at}.title`, `${at}.description`)
      }
    }
    for (const [index, { parameters = [] }] of manifest.composeExtensions[0].commands.entries()) {
      const at = `composeExtensions[0].commands[${index}]`
      spoken.push(`${at}.title`, `${at}.description`)
      for (const each of parameters.keys())
        spoken.push(`${at}.parameters[${each}].title`, `${at}.parameters[${each}].description`)
    }
    assert.deepEqual(Object.keys(english).slice(1).sort(), spoken.sort())
  })

  // The package's own validation cannot compile this schema: its patterns are no `u` expressions.
  it('keeps its English within the official names and lengths', async () => {
    const schema = (await AppManifestUtils.fetchSchema(english.$schema)) as unknown as LocalizationSchema
    const patterns = Object.entries(schema.patternProperties)
    for (const [name, value] of Object.entries(english)) {
      const rule =
        schema.properties[name] ?? patterns.find(([pattern]) => new RegExp(pattern).test(name))?.[1]
      assert.ok(rule, `${name} is not a name that Teams knows`)
      assert.ok((value ?? '').length <= (rule.maxLength ?? Number.POSITIVE_INFINITY), `${name} is too long`)
    }
    for (const name of schema.required) assert.ok(english[name], `${name} is missing`)
  })

  it('offers every command that the bot answers, the same in both languages', async () => {
    const { app, close } = await setStage()
    await close()
    const commands = app.handlers.flatMap(({ commands }) => commands ?? [])
    const parse = createParser(commands, [])
    const offered = manifest.bots[0].commandLists.flatMap((list, at) =>
      list.commands.map(({ title }, index) => {
        const other = english[`bots[0].commandLists[${at}].commands[${index}].title`] ?? ''
        assert.equal(parse(title)?.command.name, parse(other)?.command.name, `${title}, ${other}`)
        return parse(title)?.command.name
      }),
    )
    // Teams lists ten at most: what the Lab' alone uses may be found on `aide`, where it is among the first buttons.
    const isForAll = ({ offered: to }: Command) => !to || Object.keys(to).some(role => !LAB.includes(role))
    const missing = commands.filter(command => !offered.includes(command.name) && isForAll(command))
    assert.deepEqual(
      missing.map(({ name }) => name),
      [],
    )
  })

  it('has the message extension offer what the bot answers, and nothing else', async () => {
    const { app, close } = await setStage()
    await close()
    const offered = (type: string) =>
      manifest.composeExtensions[0].commands.filter(each => each.type === type).map(({ id }) => id)
    const answered = (name: 'searches' | 'quotes') =>
      app.handlers.flatMap(each => Object.keys(each[name] ?? {}))
    assert.deepEqual(offered('query').sort(), answered('searches').sort())
    assert.deepEqual(offered('action').sort(), answered('quotes').sort())
  })

  it('says nothing of the Région once it is filled in for a town', () => {
    const { fr, en } = town.words
    const named = {
      ...dev,
      APP_NAME: fr['app.name'],
      APP_NAME_EN: en['app.name'],
      DIRECTION_TAB: fr['direction.title'],
      DIRECTION_TAB_EN: en['direction.title'],
    }
    const read = ['manifest', 'en'].flatMap(part =>
      leavesOf(JSON.parse(fill(text(`appPackage/${part}.json`), named))),
    )
    const shown = read.filter(({ path, text }) => !/Id$/.test(path) && !text.startsWith('https:'))
    assert.ok(shown.some(({ text }) => text === 'Mon pôle') && shown.some(({ text }) => text === 'My Pôle'))
    assert.deepEqual(
      shown.filter(({ text }) => FOREIGN.test(text)).map(({ path, text }) => `${path}: ${text}`),
      [],
    )
  })

  it('is one version with the package', () => {
    assert.equal(manifest.version, JSON.parse(text('package.json')).version)
  })

  for (const [name, side] of Object.entries({ 'color.png': 192, 'outline.png': 32 })) {
    it(`has ${name} as a PNG of ${side} by ${side}`, () => {
      const icon = bytes(`appPackage/${name}`)
      assert.equal(icon.subarray(1, 4).toString('latin1'), 'PNG')
      assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [side, side])
      // Colour type 6 has an alpha channel, 2 has none.
      assert.equal(icon[25], name === 'outline.png' ? 6 : 2)
    })
  }
})

describe('the environment files', () => {
  it('hold no secret', () => {
    for (const name of ['dev', 'local', 'playground']) {
      assert.deepEqual(
        Object.keys(env(name)).filter(key => /SECRET|PASSWORD|KEY|TOKEN/.test(key)),
        [],
      )
    }
  })

  it('name every placeholder of the package', () => {
    const placed = text('appPackage/manifest.json') + text('appPackage/en.json')
    const named = [...placed.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, key = '']) => key)
    for (const name of ['dev', 'local']) {
      assert.deepEqual(
        named.filter(key => !(key in env(name))),
        [],
      )
    }
  })

  it('give the deployed app the id that deep links name by default, and the local one another', () => {
    assert.equal(env('dev').TEAMS_APP_ID, MANIFEST_ID)
    assert.notEqual(env('local').TEAMS_APP_ID, MANIFEST_ID)
  })

  it('agree on the host: Teams refuses a tab whose token is meant for another', () => {
    assert.equal(`https://${dev.BOT_DOMAIN}`, dev.PUBLIC_URL)
  })
})
