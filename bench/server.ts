import { freePort, type Running, startNode } from './process.ts'

const ID = 'aaaaaaaa-0000-4000-8000-000000000001'

/** Settings as in production: the bot is registered. No token is fetched before Teams has called. */
const SETTINGS = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://bot.example',
  BOT_TYPE: 'SingleTenant',
  BOT_ID: ID,
  BOT_TENANT_ID: ID,
  BOT_PASSWORD: 'not-a-secret',
  LINK_SECRET: 'signs nothing that anybody will read',
}

async function isReady(port: number): Promise<void> {
  const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`)
  if (status !== 200) throw new Error(`the server says it is ready and answers ${status}`)
}

/** The production build on a database in `folder`, ready: it has answered so. */
export async function startServer(folder: string): Promise<Running> {
  const port = await freePort()
  const env = { ...SETTINGS, PORT: String(port), DATABASE_URL: `file:${folder}/bench.sqlite` }
  return startNode(['dist/index.js'], env, '"msg":"ready"', () => isReady(port))
}

/** The bot SDKs alone, loaded, behind restify: the least that any server of this kind can be. */
export function startSdks(): Promise<Running> {
  return startNode(['bench/sdks.js'], { NODE_ENV: 'production' }, 'ready')
}
