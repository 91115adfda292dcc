import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { mountPage, type Request, type Restify } from '../transport/restify.ts'

/** A bundled package, as listed by the build. */
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

/** @throws Refusal `gone` before there is a build */
async function textIn(file: string): Promise<string> {
  if (!existsSync(file)) throw new Refusal('gone')
  const packages: readonly Licensed[] = JSON.parse(await readFile(file, 'utf8'))
  return `${packages.map(entryOf).join(`\n\n${'-'.repeat(78)}\n\n`)}\n`
}

/** `GET /tabs/licences.txt`: licences of the software bundled in the pages of `folder`. */
export function mountLicences(server: Restify, folder: string): void {
  const file = join(folder, 'licences.json')
  // Only a success is cached: the build may come later.
  let read: string | undefined
  mountPage(server, '/tabs/licences.txt', async (_: Request, response: ServerResponse) => {
    read ??= await textIn(file)
    response.setHeader('content-type', 'text/plain; charset=utf-8')
    response.setHeader('cache-control', 'no-cache')
    response.end(read)
  })
}
