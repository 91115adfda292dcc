import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createPlain } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { certify } from '../support/machine/certificate.ts'

describe('Node’s own settings in the file of a command', () => {
  let folder: string
  let standing: Server | undefined
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'faire-node-'))
  })
  afterEach(() => {
    standing?.close()
    rmSync(folder, { recursive: true })
  })

  /** What a program that reads our settings gets from `url`: a status, or Node's code. */
  async function fetched(url: string, settings: Record<string, string>): Promise<string> {
    const file = join(folder, 'faire.env')
    writeFileSync(
      file,
      Object.entries(settings)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    )
    const program = `await import('./src/config/index.ts')
      await fetch('${url}').then(({ status }) => console.log(status), ({ cause }) => console.log(cause.code))`
    const args = [`--env-file=${file}`, '--input-type=module', '-e', program]
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return (await text(child.stdout)).trim()
  }

  it('name an authority that it then trusts', async () => {
    const { certificate: cert, key } = certify(folder)
    const server = createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (_, response) =>
      response.end(),
    )
    standing = server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `https://localhost:${(server.address() as AddressInfo).port}`
    assert.equal(await fetched(url, {}), 'DEPTH_ZERO_SELF_SIGNED_CERT')
    assert.equal(await fetched(url, { NODE_EXTRA_CA_CERTS: cert }), '200')
    assert.equal(await fetched(url, { NODE_EXTRA_CA_CERTS: `${cert}.gone` }), 'DEPTH_ZERO_SELF_SIGNED_CERT')
  })

  it('have it go out by a proxy', async () => {
    const asked: (string | undefined)[] = []
    const proxy = createPlain().listen(0, '127.0.0.1')
    standing = proxy
    proxy.on('connect', ({ url }, socket) => {
      asked.push(url)
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
    await once(proxy, 'listening')
    const HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    assert.equal(await fetched('https://login.invalid', { HTTPS_PROXY }), 'ENOTFOUND')
    assert.deepEqual(asked, [])
    await fetched('https://login.invalid', { HTTPS_PROXY, NODE_USE_ENV_PROXY: '1' })
    assert.deepEqual(asked, ['login.invalid:443'])
  })
})
