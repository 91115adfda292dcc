// Whoever presses, as a process of its own: see vote.ts.
import { Agent, request } from 'node:http'
import type { Fired, Volley } from './vote-load-process.ts'

type Shot = Volley['shots'][number]

/** @throws Error when the answer is another one than is good */
function fire({ url, token, body }: Shot, good: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${token}`,
    }
    const sent = request(url, { method: 'POST', agent, headers }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', chunk => {
        text += chunk
      })
      response.once('end', () => {
        if (response.statusCode === 200 && text.includes(good)) return resolve()
        reject(new Error(`answered ${response.statusCode}: ${text.slice(0, 1_000)}`))
      })
    })
    sent.once('error', reject).end(body)
  })
}

/** So many at once; whoever is answered makes room for the next. */
async function fireAll({ shots, atOnce, good }: Volley): Promise<Fired> {
  // Of this volley alone: a server closes what was kept alive for long, and may do so just as it is asked again.
  const agent = new Agent({ keepAlive: true })
  const took: number[] = []
  const waiting = shots.values()
  const [from, cpu] = [performance.now(), process.cpuUsage()]
  const lines = Array.from({ length: atOnce }, async () => {
    for (const shot of waiting) {
      const at = performance.now()
      await fire(shot, good, agent)
      took.push(performance.now() - at)
    }
  })
  await Promise.all(lines).finally(() => agent.destroy())
  const ms = performance.now() - from
  const { user, system } = process.cpuUsage(cpu)
  return { ms, took, busy: (user + system) / 1_000 / ms }
}

process.on('message', async (volley: Volley) => {
  const said = await fireAll(volley).catch((error: Error) => ({ failed: error.message }))
  process.send?.(said)
})
process.once('disconnect', () => process.exit())
