import { deepEqual, ok } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fr } from '../../src/i18n/fr/index.ts'
import { wordsIn } from '../../src/tabs/build/words.ts'
import { filesIn } from '../architecture/source.ts'

const CLIENT = 'src/tabs/client'
const PAGES = ['personal', 'direction', 'organiser', 'gallery', 'config']
const { shared, own } = wordsIn(CLIENT, PAGES)
const screen = wordsIn(CLIENT, ['room'])

/** The sources that a text imports at once, those left out whose types alone it wants; later, or both. */
function importsOf(text: string): { readonly now: readonly string[]; readonly later: readonly string[] } {
  const paths = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, path = '']) => path)
  return {
    now: paths(/^(?:import(?! type)|export|\})[^'\n]*(?:from )?'(\.[^']+\.tsx?)'/gm),
    later: paths(/import\('(\.[^']+\.tsx?)'/g),
  }
}

/** The sources that come with `file`, itself included; and what they fetch later. */
function reached(file: string, found = new Set<string>(), later = new Set<string>()) {
  if (found.has(file) || !existsSync(file)) return { files: found, later }
  found.add(file)
  const imports = importsOf(readFileSync(file, 'utf8'))
  const beside = (path: string) => normalize(join(dirname(file), path))
  for (const path of imports.later) later.add(beside(path))
  for (const path of imports.now) reached(beside(path), found, later)
  return { files: found, later }
}

/** The texts that those sources say. */
function said(files: Iterable<string>): Set<string> {
  const sources = [...files].filter(file => file.startsWith(CLIENT)).map(file => readFileSync(file, 'utf8'))
  const named = sources.flatMap(text =>
    [...text.matchAll(/(['"])([a-z][\w.-]*)\1/g)].map(([, , key]) => key ?? ''),
  )
  return new Set(named.filter(key => Object.hasOwn(fr, key)))
}

const page = (name: string) => `${CLIENT}/${name}.tsx`

/** Every way from part to part, as far as no part comes twice: what is said at its end, and known by no part of it. */
function* gaps(path: string, known: ReadonlySet<string>, way: readonly string[] = []): Generator<string> {
  const { files, later } = reached(path)
  const knows = new Set([...known, ...(own.get(path) ?? [])])
  for (const key of said(files)) if (!knows.has(key)) yield [...way, path, key].join(' → ')
  for (const next of later) if (![...way, path].includes(next)) yield* gaps(next, knows, [...way, path])
}

describe('the words that a page carries', () => {
  for (const name of PAGES)
    it(`are all that the page « ${name} » says, at once and after each dialog or page that it fetches`, () => {
      ok(reached(page(name)).files.size > 20)
      deepEqual([...gaps(page(name), shared)], [])
    })

  it('are of the room’s screen, which is built apart, all that it says', () => {
    ok(reached(page('room')).files.size > 20)
    const missing = [...said(reached(page('room')).files)].filter(
      key => !screen.own.get(page('room'))?.has(key),
    )
    deepEqual([missing, [...screen.shared]], [[], []])
  })

  it('are at once those alone that it says at once, beside what another page says at once', () => {
    const atOnce = PAGES.map(name => said(reached(page(name)).files))
    for (const [at, name] of PAGES.entries())
      deepEqual(
        [...(own.get(page(name)) ?? [])].filter(key => !atOnce[at]?.has(key)),
        [],
      )
    deepEqual(
      [...shared].filter(key => atOnce.filter(keys => keys.has(key)).length < 2),
      [],
    )
  })

  it('are named in full: one put together at run time would be missed', () => {
    const begins = (start: string) => Object.keys(fr).some(key => key.startsWith(start))
    const joined = filesIn(CLIENT, /\.tsx?$/).flatMap(({ path, code }) =>
      // In a type, such a text only says what a key looks like.
      [...code.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{(?!string\}`)/g)]
        .filter(([, start = '']) => begins(start))
        .map(([found]) => `${path} ${found}`),
    )
    deepEqual(joined, [])
  })

  it('come with a dialog where the page says nothing of the kind before', () => {
    const rules = 'commit.rules'
    const before = shared.has(rules) || own.get(page('personal'))?.has(rules)
    deepEqual([before, own.get(`${CLIENT}/personal/home/dialogs.tsx`)?.has(rules)], [false, true])
  })
})
