import assert from 'node:assert/strict'
import { connect } from 'node:net'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine, sqlite } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { CAMILLE, HELENE } from '../../support/sign-in/cast.ts'
import { FLAWS } from '../../support/sign-in/tokens.ts'

/** Sends the head of a request and the beginning of a body that never comes. @returns the status that is answered meanwhile */
function answerTo(origin: string, act: string, length: number, headers: Readonly<Record<string, string>>) {
  const { port, host } = new URL(origin)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `${act} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n`
  return new Promise<number>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1')
    socket.once('error', reject).once('data', chunk => {
      socket.destroy()
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(String(chunk))?.[1]))
    })
    socket.write(`${head}${lines.join('')}\r\n{"type":`)
  })
}

onEachEngine('a body', engine => {
  const at = freshBot(engine)
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

  it('that is larger than others is not waited for from somebody who may not send it', async () => {
    const { bot } = at
    await bot.seat([CAMILLE, HELENE])
    const large = bot.app.routes.filter(route => route.large)
    assert.ok(large.length >= 5)
    const token = bearer(await bot.signIn.tabToken(CAMILLE))
    for (const { method, path, large: { most } = { most: 0 } } of large) {
      const where = `/api/v1${path.replace(':id', 'no-such-thing')}`
      const status = await answerTo(bot.origin, `${method.toUpperCase()} ${where}`, most, token)
      assert.ok(status === 403 || status === 404, `${path} ${status}`)
    }
    const { items } = await bot.api(HELENE).get<Page<AuditView>>('/audit')
    const refused = items.flatMap(({ act, refused }) => (refused === 'role-needed' ? [act] : []))
    const asked = large.filter(({ path }) => !path.includes(':id')).map(each => `${each.method} ${each.path}`)
    assert.deepEqual(refused.toSorted(), asked.toSorted())
  })

  if (engine === sqlite)
    it('for the bot is not waited for from whoever proves nothing', async () => {
      const { bot } = at
      const flawed = FLAWS.map(flaw => bot.signIn.botToken({}, flaw))
      const other = [{ aud: 'another' }, { iss: 'https://evil.example' }, { exp: undefined }].map(claims =>
        bot.signIn.botToken(claims),
      )
      const tokens = await Promise.all([...flawed, ...other, bot.signIn.tabToken(CAMILLE)])
      const headers = [{}, { authorization: 'Basic eA==' }, bearer('a.b.c'), ...tokens.map(bearer)]
      for (const header of headers)
        assert.equal(await answerTo(bot.origin, 'POST /api/messages', 200_000, header), 401)
    })
})
