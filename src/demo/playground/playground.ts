import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'
import { DEMO_TENANT, PERSONAS, type Persona } from '../personas/personas.ts'

/** The channel of its one team. */
export const CHANNEL = { id: '19:ateliers@thread.tacv2', name: 'Ateliers et idées' }
const PACKAGE = '@microsoft/m365agentsplayground'

function userOf({ key, name, objectId }: Persona) {
  const [givenName, surname] = name.split(' ')
  const mail = `${key}@demo.example`
  return {
    id: `29:${key}`,
    name,
    aadObjectId: objectId,
    givenName,
    surname,
    email: mail,
    userPrincipleName: mail,
  }
}

/** The Playground needs exactly five users; its current user may be a sixth. */
function playgroundConfig(name: string, current: Persona) {
  const others = PERSONAS.filter(persona => persona !== current)
  return {
    version: '0.1.1',
    tenantId: DEMO_TENANT,
    bot: { id: '28:faire-administration', name },
    currentUser: userOf(current),
    users: others.map(userOf),
    personalChat: { id: 'personal-chat' },
    groupChat: { id: 'group-chat', name },
    team: {
      id: '19:team@thread.tacv2',
      name,
      aadGroupId: '00000000-0000-0000-0000-0000000000aa',
      channels: [CHANNEL],
    },
  }
}

/**
 * Starts the Agents Playground as a child process, for the bot at `botUrl`, which is called `name` there. `currentPersona` is
 * its user.
 * @returns its address, and a function that ends it. Rejects when it does not start within 60 s.
 */
export async function startPlayground(
  botUrl: string,
  under: string,
  name: string,
  port = 56150,
  currentPersona: Persona = PERSONAS[0],
) {
  const folder = resolve(under)
  mkdirSync(folder, { recursive: true })
  const config = join(folder, 'playground.yml')
  writeFileSync(config, stringify(playgroundConfig(name, currentPersona)))
  const cli = createRequire(import.meta.url).resolve(`${PACKAGE}/cli.js`)
  const preload = fileURLToPath(new URL('loopback.cjs', import.meta.url))
  const flags = [
    'start',
    '-e',
    `${botUrl}/api/messages`,
    '-c',
    'msteams',
    '-p',
    String(port),
    '--disable-telemetry',
  ]
  const child = spawn(process.execPath, ['--require', preload, cli, ...flags], {
    cwd: folder,
    env: {
      PATH: '',
      HOME: folder,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const url = `http://127.0.0.1:${await listening(child)}`
  await addToTeam(url)
  return { url, stop: () => child.kill() }
}

/** The Playground adds the bot to the personal chat only; the team is reported here, so that a channel is known. */
async function addToTeam(url: string): Promise<void> {
  const path = `/_debug/conversation/${encodeURIComponent(CHANNEL.id)}/installation`
  const { status } = await fetch(url + path, { method: 'POST', signal: AbortSignal.timeout(20_000) })
  if (status !== 200) throw new Error(`the Agents Playground answered ${status} to the installation`)
}

/** Parses the port from its output: it takes another when its own is in use. */
function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('the Agents Playground did not start within 60 s')),
      60_000,
    )
    let said = ''
    child.stdout?.on('data', chunk => {
      said += String(chunk)
      const port = /Listening on (\d+)/.exec(said)?.[1]
      if (!port) return
      clearTimeout(late)
      resolve(Number(port))
    })
    child.once('exit', code => reject(new Error(`the Agents Playground ended with ${code}`)))
  })
}
