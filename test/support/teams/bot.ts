import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Activity } from './activities.ts'

/** A bot of a few lines: it answers typed words with one card and presses as `press` says. Only for the bench's tests. */
export async function startTinyBot(card: object, press: (activity: Activity) => unknown) {
  const heard: Activity[] = []

  async function read(request: IncomingMessage): Promise<Activity> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  }

  const server = createServer(async (request, response) => {
    const activity = await read(request)
    heard.push(activity)
    const { serviceUrl, id, conversation } = activity as Activity & { conversation: { id: string } }
    if (activity.type === 'message') {
      const path = `v3/conversations/${encodeURIComponent(conversation.id)}/activities/${id}`
      await call(serviceUrl, 'POST', path, message(card))
    }
    response.end(activity.type === 'invoke' ? JSON.stringify(await press(activity)) : '')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    heard,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    close: () => new Promise<void>(resolve => void server.close(() => resolve())),
  }
}

export function message(card: object, summary = 'A card') {
  return {
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  }
}

export function answerWith(card: object) {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card }
}

/** A call of the connector, as a bot makes it. */
export async function call(serviceUrl: string, method: string, path: string, body?: object, bearer?: string) {
  const response = await fetch(`${serviceUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const answer = (await response.json()) as {
    id?: string
    error?: { code: string; message: string }
  } & Record<string, unknown>
  return { status: response.status, retryAfter: response.headers.get('retry-after'), answer }
}
