import { freePort, startNode } from './process.ts'

export type Demo = { readonly origin: string; readonly server: Awaited<ReturnType<typeof startNode>> }

/** The pages as built, the server from its sources as the demo, whose people need no tenant, on the database at `url`. */
export async function startDemo(url: string): Promise<Demo> {
  const port = await freePort()
  const env = { PORT: String(port), DATABASE_URL: url, DEMO_PLAYGROUND: 'off' }
  return {
    origin: `http://127.0.0.1:${port}`,
    server: await startNode(['src/index.ts', '--demo'], env, '/demo'),
  }
}

/** What `persona` calls the API with. */
export async function tokenOf(origin: string, persona: string): Promise<string> {
  const body = JSON.stringify({ persona })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${origin}/demo/token`, { method: 'POST', headers, body })
  return ((await response.json()) as { token: string }).token
}
