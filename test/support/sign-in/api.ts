import assert from 'node:assert/strict'
import { mailOf, type Person } from './cast.ts'
import type { SignIn } from './tokens.ts'

export type ApiAnswer<T> = { readonly status: number; readonly body: T }

/**
 * The tabs' API as a page of one person calls it, the token signed by `signIn`.
 * `get`, `post`, `put` and `del` answer what was asked for, and fail the test on anything but 2xx.
 */
export function apiAs(origin: string, signIn: Pick<SignIn, 'tabToken'>, person: Person) {
  async function send(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await signIn.tabToken(person, { preferred_username: mailOf(person) })}`,
        'accept-language': person.locale,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }

  async function ask<T>(method: string, path: string, body?: unknown): Promise<ApiAnswer<T>> {
    const response = await send(method, path, body)
    return { status: response.status, body: (await response.json()) as T }
  }

  async function granted<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await ask<T>(method, path, body)
    assert.ok(
      answer.status < 300,
      `${method} ${path} was answered ${answer.status} ${JSON.stringify(answer.body)}`,
    )
    return answer.body
  }

  return {
    /** Whatever is answered: for refusals. */
    ask,
    /** A file of text. */
    text: async (path: string, body: unknown) => (await send('POST', path, body)).text(),
    /** A file of another kind. */
    bytes: async (path: string, body: unknown) =>
      new Uint8Array(await (await send('POST', path, body)).arrayBuffer()),
    get: <T>(path: string) => granted<T>('GET', path),
    post: <T>(path: string, body: unknown) => granted<T>('POST', path, body),
    put: <T>(path: string, body: unknown) => granted<T>('PUT', path, body),
    del: <T>(path: string) => granted<T>('DELETE', path),
  }
}
