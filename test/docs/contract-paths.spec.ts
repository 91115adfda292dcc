import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { openWorld } from '../support/product/world.ts'

const FOLDER = new URL('../../src/tabs/contract/', import.meta.url)
/** Mounted by the web server itself, not by a feature. */
const OWN = ['get /events', 'get /batch', 'get /screen/events']
const METHODS: Readonly<Record<string, string>> = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'del' }

/** What comments say, each as one line. */
function commentsIn(text: string): string[] {
  const found = text.matchAll(/\/\*\*[\s\S]*?\*\/|^ *\/\/.*$/gm)
  return [...found].map(([comment]) => comment.replaceAll(/\n? *(\*|\/\*\*|\/\/)(?= |\/)/g, ''))
}

const named = (path: string) => path.replaceAll(/:\w+/g, ':').replace(/^\/api\/v1/, '')
const NAMED = /(?:\b(GET|POST|PUT|DELETE) )?(?:…|(?<![\w.<…]))((?:\/:?[a-z][\w-]*)+)/g

describe('the paths that the contract names', () => {
  it('are mounted, by the method that it says', async () => {
    const world = await openWorld()
    const { routes, screens } = world.app
    const mounted = [
      ...routes.map(({ method, path }) => `${method} ${path}`),
      ...screens.routes.map(({ path }) => `get ${path}`),
      ...screens.openRoutes.map(({ path }) => `post ${path}`),
      ...OWN,
    ].map(named)
    await world.close()
    const wrong: string[] = []
    let count = 0
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    for (const file of files.filter(name => name.endsWith('.ts')))
      for (const comment of commentsIn(readFileSync(new URL(file, FOLDER), 'utf8')))
        for (const [said, method, path = ''] of comment.matchAll(NAMED)) {
          count += 1
          // Without a method it goes on from the one before, which may be all but its end.
          const holds = method
            ? mounted.includes(`${METHODS[method]} ${named(path)}`)
            : mounted.some(each => each.endsWith(named(path)))
          if (!holds) wrong.push(`${file}: ${said}`)
        }
    assert.ok(count > 150, `${count}`)
    assert.deepEqual(wrong, [])
  })
})
