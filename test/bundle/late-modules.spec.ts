import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withLate } from '../../src/bundle/late-modules.ts'
import { writeServer } from '../../src/bundle/server-files.ts'

const AUTH = 'botframework-connector/lib/auth'

/** Kinds of proof that a bot may have, each of which needs a library of its own. */
const PROOFS = `
import { JwtTokenProviderFactory } from '${AUTH}/jwtTokenProviderFactory.js'
import { MsalAppCredentials } from '${AUTH}/msalAppCredentials.js'

const ID = 'aaaaaaaa-0000-4000-8000-000000000001'
const nameOf = made => made.constructor.name
export const password = () => nameOf(new MsalAppCredentials(ID, 'not-a-secret', 'https://login.microsoftonline.com/' + ID).clientApplication)
export const managed = () => nameOf(new JwtTokenProviderFactory().createAzureServiceTokenProvider(ID))
`

describe('a module that is loaded late', () => {
  it('runs when a member of it is first used, and no sooner', () => {
    const asked: string[] = []
    const require = (name: string) => {
      asked.push(name)
      return { answer: 42 }
    }
    const code = withLate('const deep_1 = require("./deep");\nreturn () => deep_1.answer', ['./deep'])
    const answer = new Function('require', code)(require) as () => number
    assert.deepEqual(asked, [])
    assert.equal(answer(), 42)
    assert.deepEqual(asked, ['./deep'])
  })

  it('stops the build once it is required in another way', () => {
    assert.throws(() => withLate("import deep from './deep'", ['./deep']), /\.\/deep is not required once/)
  })

  it('is there for a bot that proves itself by a password, and by a managed identity', async () => {
    mkdirSync('.data', { recursive: true })
    const folder = mkdtempSync('.data/bundle-')
    const entry = join(process.cwd(), folder, 'proofs.js')
    writeFileSync(entry, PROOFS)
    await writeServer({ made: entry }, join(process.cwd(), 'src'), folder)
    const { password, managed } = await import(pathToFileURL(join(folder, 'made.js')).href)
    assert.equal(password(), 'ConfidentialClientApplication')
    assert.equal(managed(), 'DefaultAzureCredential')
    rmSync(folder, { recursive: true })
  })
})
