import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest'
import { translationFaults } from '../src/commands/app-package/validation.ts'
import { MANIFEST_ID } from '../src/config/config.ts'
import type { Command } from '../src/conversation/protocol/handlers.ts'
import { createParser } from '../src/conversation/routing/command-parser.ts'
import type { TabName } from '../src/kernel/requests/tab-link.ts'
import { leavesOf } from './cards/tree.ts'
import { setStage } from './support/product/stage.ts'
import { FOREIGN, town } from './support/programme/town.ts'
import { MAELLE } from './support/sign-in/cast.ts'

type Text = Readonly<Record<string, string | undefined>>
type Commands = { readonly commands: readonly { readonly title: string; readonly description: string }[] }
type Extension = {
  readonly botId: string
  readonly messageHandlers: unknown
  readonly commands: readonly {
    readonly id: string
    readonly type: 'query' | 'action'
    readonly parameters?: readonly unknown[]
  }[]
}
type Manifest = TeamsManifest & {
  readonly staticTabs: readonly { readonly entityId: string; readonly name?: string }[]
  readonly version: string
  readonly composeExtensions: readonly [Extension]
  readonly bots: readonly [{ readonly botId: string; readonly commandLists: readonly [Commands, Commands] }]
  readonly permissions: readonly string[]
  readonly authorization: unknown
  readonly configurableTabs: readonly [
    { readonly scopes: readonly string[]; readonly context: readonly string[] },
  ]
  readonly validDomains: readonly string[]
  readonly webApplicationInfo: { readonly resource: string }
}

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
const english = JSON.parse(fill(text('appPackage/en.json'), dev)) as Readonly<Record<string, string>>

const LAB: readonly string[] = ['organiser', 'observer']
const NOT_UNDERSTOOD = /pas été comprise|was not understood|utterances\/utterance\/offer/

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

  it('keeps its English within the official names and lengths', async () => {
    assert.deepEqual(await translationFaults(english), [])
    const twelve = { ...english, 'bots[0].commandLists[0].commands[12].title': 'more' }
    assert.match(String(await translationFaults(twelve)), /commands\[12\]\.title/)
    const long = { ...english, 'name.short': 'x'.repeat(31) }
    assert.match(String(await translationFaults(long)), /name\.short must NOT have more than 30 characters/)
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
    // Teams lists twelve at most: what the Lab' alone uses may be found on `aide`, where it is among the first buttons.
    const isForAll = ({ offered: to }: Command) => !to || Object.keys(to).some(role => !LAB.includes(role))
    // Nor is what is offered to nobody, but for what a screen at a workshop tells people to write.
    assert.ok(offered.includes('presence'))
    const missing = commands.filter(command => !offered.includes(command.name) && isForAll(command))
    assert.deepEqual(
      missing.map(({ name }) => name),
      [],
    )
  })

  it('is answered at each command in both languages, where it is offered', async () => {
    const stage = await setStage()
    const places = ['personal', 'channel'] as const
    try {
      for (const [at, { commands }] of manifest.bots[0].commandLists.entries()) {
        for (const [index, { title }] of commands.entries()) {
          const other = english[`bots[0].commandLists[${at}].commands[${index}].title`] ?? ''
          for (const text of [title, other]) {
            const reply = await stage.as(MAELLE).says(text, { in: places[at] ?? 'personal' })
            assert.doesNotMatch(JSON.stringify(reply), NOT_UNDERSTOOD, text)
          }
        }
      }
      assert.match(JSON.stringify(await stage.as(MAELLE).says('xyzzy')), NOT_UNDERSTOOD)
    } finally {
      await stage.close()
    }
  })

  it('has one bot, and the ids of tabs that links name', () => {
    const { bots, composeExtensions, staticTabs, webApplicationInfo, validDomains } = manifest
    assert.deepEqual([bots[0].botId, composeExtensions[0].botId], [dev.BOT_ID, dev.BOT_ID])
    const ids = staticTabs.map(({ entityId }) => entityId)
    assert.equal(new Set(ids).size, ids.length)
    const linked: Record<TabName, true> = { personal: true, direction: true, organiser: true, gallery: true }
    assert.deepEqual(
      ids.filter(id => !['conversations', 'about'].includes(id)).sort(),
      Object.keys(linked).sort(),
    )
    assert.equal(webApplicationInfo.resource, `api://${dev.BOT_DOMAIN}/botid-${dev.BOT_ID}`)
    assert.deepEqual(validDomains, [dev.BOT_DOMAIN])
  })

  // A bot may post where it is installed, and ask who is in that team: docs/operate.md, 7.
  it('asks for no permission of Microsoft Graph, and for one resource-specific consent: to share to a stage', () => {
    assert.deepEqual(manifest.authorization, {
      permissions: { resourceSpecific: [{ name: 'MeetingStage.Write.Chat', type: 'Delegated' }] },
    })
    assert.deepEqual(manifest.permissions, ['identity', 'messageTeamMembers'])
  })

  it('can be added to a channel, a chat and a meeting, and shown beside one and on its stage', () => {
    assert.equal(manifest.configurableTabs.length, 1)
    const [{ scopes, context }] = manifest.configurableTabs
    assert.deepEqual(scopes, ['team', 'groupChat'])
    for (const each of ['channelTab', 'meetingChatTab', 'meetingSidePanel', 'meetingStage'])
      assert.ok(context.includes(each), each)
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

  it('unfolds links of this server alone, for people without the app as well', () => {
    assert.deepEqual(manifest.composeExtensions[0].messageHandlers, [
      { type: 'link', value: { domains: [dev.BOT_DOMAIN], supportsAnonymizedPayloads: true } },
    ])
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
