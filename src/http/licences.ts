import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Refusal } from '../kernel/refusal.ts'
import type { Request, Restify } from './restify.ts'

/** A package that the pages hold, as the build wrote it down. */
type Licensed = {
  readonly name: string
  readonly version: string
  /** SPDX, as the package says. */
  readonly identifier?: string
  readonly text?: string
}

function entryOf({ name, version, identifier = '', text = '' }: Licensed): string {
  return `${name} ${version} ${identifier}`.trim() + (text && `\n\n${text}`)
}

/** `GET /tabs/licences.txt`: whose software the pages in `folder` hold, and under what licence. */
export function mountLicences(server: Restify, folder: string): void {
  const file = join(folder, 'licences.json')
  server.get('/tabs/licences.txt', async (_: Request, response: ServerResponse) => {
    if (!existsSync(file)) throw new Refusal('gone')
    const packages: readonly Licensed[] = JSON.parse(await readFile(file, 'utf8'))
    response.setHeader('content-type', 'text/plain; charset=utf-8')
    response.setHeader('cache-control', 'no-cache')
    response.end(`${packages.map(entryOf).join(`\n\n${'-'.repeat(78)}\n\n`)}\n`)
  })
}
