import { SETTINGS } from '../test/support/product/settings.ts'
import { freePort, type Running, startNode } from './process.ts'

async function isReady(port: number): Promise<void> {
  const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`)
  if (status !== 200) throw new Error(`the server says it is ready and answers ${status}`)
}

/** The production build on a database in `folder`, ready: it has answered so. */
export async function startServer(folder: string): Promise<Running> {
  const port = await freePort()
  const env = {
    ...SETTINGS,
    NODE_ENV: 'production',
    PORT: String(port),
    DATABASE_URL: `file:${folder}/bench.sqlite`,
  }
  return startNode(['dist/index.js'], env, '"msg":"ready"', () => isReady(port))
}

/** The bot SDKs alone, loaded, behind restify: the least that any server of this kind can be. */
export function startSdks(): Promise<Running> {
  return startNode(['bench/sdks.js'], { NODE_ENV: 'production' }, 'ready')
}
