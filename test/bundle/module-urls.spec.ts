import assert from 'node:assert/strict'
import { placed, rooted } from '../../src/bundle/module-urls.ts'

describe('a module of ours within a file of the build', () => {
  const source = "export const at = new URL('../../adaptiveCards', import.meta.url).href"
  const seenFrom = (file: string) => {
    const code = rooted(placed(source, 'cards/render.js'), file).replace('export const at =', 'return')
    const run = new Function('file', code.replaceAll('import.meta.url', 'file'))
    return run(`file:///srv/faire/dist/${file}`)
  }

  it('finds files from where it lies itself', () => {
    assert.equal(seenFrom('server-db.js'), 'file:///srv/faire/adaptiveCards')
  })

  it('finds them too where that file lies in a folder of the build', () => {
    assert.equal(seenFrom('commands/db.js'), 'file:///srv/faire/adaptiveCards')
    assert.equal(seenFrom('features/messages/days.js'), 'file:///srv/faire/adaptiveCards')
  })
})
