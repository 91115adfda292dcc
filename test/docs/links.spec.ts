import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { faultsOf, PAGES, type Page } from './documents.ts'

/** As GitHub names a heading: letters, digits and hyphens of its text, a number behind one that comes again. */
function anchorsOf({ prose }: Page): ReadonlySet<string> {
  const anchors = new Set<string>()
  for (const [, heading = ''] of prose.matchAll(/^#{1,6} (.+)$/gm)) {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const slug = plain.replace(/[^\p{L}\p{N}\p{M} _-]/gu, '').replaceAll(' ', '-')
    const again = [...anchors].filter(known => known.replace(/-\d+$/, '') === slug).length
    anchors.add(again > 0 ? `${slug}-${again}` : slug)
  }
  return anchors
}

const ANCHORS = new Map(PAGES.map(page => [page.path, anchorsOf(page)]))

describe('a link on a page', () => {
  const links = ({ prose }: Page) => [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to)

  it('leads to a file of the project, and to a heading that it has', () => {
    const faults = faultsOf(page =>
      links(page)
        .filter(to => !/^(https?|mailto):/.test(to))
        .filter(to => {
          const [path = '', anchor] = decodeURI(to).split('#')
          const target = path === '' ? page.path : join(dirname(page.path), path)
          if (!existsSync(target)) return true
          return anchor !== undefined && !ANCHORS.get(target)?.has(anchor)
        }),
    )
    assert.deepEqual(faults, [])
  })

  it('is looked at on every page', () => {
    assert.ok(PAGES.length > 20 && PAGES.flatMap(links).length > 50)
  })
})
