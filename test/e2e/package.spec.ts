import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { openSite, type Site } from './site.ts'

type Manifest = {
  readonly staticTabs: readonly { readonly contentUrl?: string }[]
  readonly configurableTabs: readonly { readonly configurationUrl: string }[]
}

const manifest = JSON.parse(
  readFileSync(new URL('../../appPackage/manifest.json', import.meta.url), 'utf8'),
) as Manifest
const addresses = [
  ...manifest.staticTabs.flatMap(({ contentUrl }) => contentUrl ?? []),
  ...manifest.configurableTabs.map(({ configurationUrl }) => configurationUrl),
]

describe('the tabs of the app package', () => {
  let site: Site
  before(async () => {
    site = await openSite()
  })
  after(() => site.close())

  it('are five, all on this server', () => {
    assert.equal(addresses.length, 5)
    for (const address of addresses) assert.ok(address.startsWith('${{PUBLIC_URL}}/tabs/'), address)
  })

  for (const address of addresses) {
    const path = address.replace('${{PUBLIC_URL}}', '')
    it(`are answered at ${path} with a page that Teams may frame`, async () => {
      const response = await fetch(site.url + path)
      assert.equal(response.status, 200)
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/)
      assert.match(
        response.headers.get('content-security-policy') ?? '',
        /frame-ancestors [^;]*teams\.microsoft\.com/,
      )
      assert.match(await response.text(), /<title>Faire Administration<\/title>/)
    })
  }
})
