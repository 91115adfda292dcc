import assert from 'node:assert/strict'
import { placed } from '../../src/bundle/module-urls.ts'

describe('a module of ours within a file of the build', () => {
  it('finds files from where it lies itself', () => {
    const code = placed(
      "export const at = new URL('../../adaptiveCards', import.meta.url).href",
      'cards/render.js',
    )
    const run = code.replace('export const at =', 'return').replaceAll('import.meta.url', 'file')
    assert.equal(
      new Function('file', run)('file:///srv/faire/dist/server-db.js'),
      'file:///srv/faire/adaptiveCards',
    )
  })
})
