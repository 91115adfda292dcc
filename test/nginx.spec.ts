import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startNginx } from '../bench/nginx.ts'
import { prepare } from './support/machine/machine.ts'
import { freePort } from './support/machine/port.ts'

/** The paths of what is asked, each with a word that must stand nowhere. */
const ASKED = [
  '/calendar/w1.never-logged.ics',
  '/calendar/w1.never-logged.ics?never=logged',
  '/S/never-logged',
  '/s/never-logged',
  '/api/v1/attendance/w1/people?name=never-logged',
  '/api/v1/initiatives?q=never-logged',
  '/tabs/personal?never=logged',
]

describe('nginx with our file, while no instance is there', () => {
  before(prepare)

  it('writes down what it answered, and no address that lets somebody in or that names somebody', async function () {
    this.timeout(30_000)
    const folder = mkdtempSync(join(tmpdir(), 'faire-nginx-'))
    const nginx = await startNginx(folder, [await freePort(), await freePort()])
    try {
      for (const path of ASKED) {
        assert.equal((await fetch(`${nginx.origin}${path}`)).status, 502, path)
        assert.equal((await fetch(`${nginx.plain}${path}`, { redirect: 'manual' })).status, 301)
      }
    } finally {
      await nginx.stop()
    }
    const files = readdirSync(folder).filter(
      name => statSync(join(folder, name)).isFile() && name.endsWith('.log'),
    )
    const written = new Map(files.map(name => [name, readFileSync(join(folder, name), 'utf8')]))
    assert.match(
      written.get('faire.log') ?? '',
      /GET \/api\/v1\/attendance\/w1\/people 502 .+ 127\.0\.0\.1:\d+, 127/,
    )
    assert.ok(files.length > 2, String(files))
    for (const [name, text] of written) assert.doesNotMatch(text, /never|calendar/, name)
    rmSync(folder, { recursive: true })
  })
})
