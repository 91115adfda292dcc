import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../support/machine/port.ts'
import { SETTINGS } from '../support/product/settings.ts'
import { startBroadcast } from '../support/sending/broadcast.ts'
import { KINDS, prepare } from '../support/sending/load.ts'
import { openSending } from '../support/sending/sending.ts'
import { textOnCard } from '../support/teams/card-view.ts'

describe('the server as it is built', function () {
  this.timeout(60_000)

  it('starts on nothing but its settings, serves its pages, and says nothing on standard error', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faire-built-'))
    const port = await freePort()
    const env = { ...SETTINGS, NODE_ENV: 'production', PORT: String(port) }
    const child = spawn(process.execPath, ['dist/index.js'], {
      env: { ...env, DATABASE_URL: `file:${folder}/x.sqlite` },
    })
    let wrong = ''
    child.stderr.setEncoding('utf8').on('data', chunk => {
      wrong += chunk
    })
    for await (const line of child.stdout) if (String(line).includes('"msg":"ready"')) break
    const at = `http://127.0.0.1:${port}`
    assert.equal((await fetch(`${at}/health/ready`)).status, 200)
    assert.match(await (await fetch(`${at}/tabs/personal`)).text(), /<html/)
    assert.equal((await fetch(`${at}/api/messages`, { method: 'POST', body: '{}' })).status, 401)
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    assert.deepEqual({ code, wrong }, { code: 0, wrong: '' })
    rmSync(folder, { recursive: true })
  })

  it('answers a vote on its card, and sends everybody what is told', async () => {
    const sending = await openSending({ recipients: 3, built: true })
    const sender = await sending.start()
    const { organiser, people, signIn } = sending
    const line = sending.lineTo(sender.endpoint)
    const ground = await prepare(line, { organiser, voter: organiser })
    const voter = people[0] ?? organiser
    const { verb = '', data = {} } = KINDS.vote?.(ground, voter.name, 0) ?? {}
    assert.match(textOnCard(await line.presses(voter, verb, data)), /Votre vote est enregistré/)
    await startBroadcast(sender.origin, signIn, organiser)
    await sending.finished()
    assert.equal((await sending.verdict()).once, 3)
    await sender.stop()
    await sending.close()
  })
})
