import { deepEqual, ok } from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import fr from '../../src/i18n/fr.json' with { type: 'json' }
import { APART_STARTS, type Apart, ownKeys } from '../../src/tabs/build/words.ts'

const CLIENT = 'src/tabs/client'
const ORGANISER = `${CLIENT}/organiser`
const SECTIONS = readdirSync(ORGANISER).filter(name => !['parts', 'tab'].includes(name))

/** The page that a section begins with. */
function entryOf(section: string): string {
  const pages = ['', 'list/'].map(room => `${ORGANISER}/${section}/${room}${section}-page.tsx`)
  return pages.find(path => existsSync(path)) ?? ''
}

type Wanted = (file: string) => boolean

/** The sources that a text imports at once, those left out whose types alone it wants; later, or both. */
function importsOf(text: string): { readonly now: readonly string[]; readonly later: readonly string[] } {
  const paths = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, path = '']) => path)
  return {
    now: paths(/^(?:import(?! type)|export|\})[^'\n]*(?:from )?'(\.[^']+\.tsx?)'/gm),
    later: paths(/import\('(\.[^']+\.tsx?)'/g),
  }
}

/**
 * The sources that `file` leads to, itself included; those fetched later, too, when `later`: of these the `wanted` alone.
 * What comes at once is said at once, whichever folder it is in.
 */
function reached(
  file: string,
  later: boolean,
  wanted: Wanted = () => true,
  found = new Set<string>(),
): Set<string> {
  if (found.size === 0) ok(existsSync(file), `no page begins with ${file} any more`)
  if (found.has(file) || !existsSync(file)) return found
  found.add(file)
  const imports = importsOf(readFileSync(file, 'utf8'))
  const beside = (path: string) => normalize(join(dirname(file), path))
  const then = later ? imports.later.map(beside).filter(wanted) : []
  for (const path of [...imports.now.map(beside), ...then]) reached(path, later, wanted, found)
  return found
}

/** The texts that those sources say. */
function said(files: Iterable<string>): Set<string> {
  const sources = [...files].filter(file => file.startsWith(CLIENT)).map(file => readFileSync(file, 'utf8'))
  const named = sources.flatMap(text =>
    [...text.matchAll(/(['"])([a-z][\w.-]*)\1/g)].map(([, , key]) => key ?? ''),
  )
  return new Set(named.filter(key => Object.hasOwn(fr, key)))
}

/** What `files` say that none of these catalogues has. */
function missing(files: Iterable<string>, ...parts: readonly (Apart | undefined)[]): string[] {
  const known = new Set(parts.flatMap(part => [...ownKeys(CLIENT, part)]))
  return [...said(files)].filter(key => !known.has(key))
}

describe('the words that a page carries', () => {
  it('are put apart by the beginnings of paths that are there', () => {
    const names = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
    deepEqual(
      APART_STARTS.filter(start => !names.some(name => name.startsWith(start))),
      [],
    )
  })

  it('are all that the personal page says before a dialog opens', () => {
    const files = reached(`${CLIENT}/personal.tsx`, false)
    ok(files.size > 40)
    deepEqual(missing(files, undefined), [])
  })

  it('are all that it says later, once its dialogs’ own have come with them', () => {
    const later = ['dialogs', 'harvest', 'checkin', 'places', 'menus'] as const
    deepEqual(missing(reached(`${CLIENT}/personal.tsx`, true), undefined, ...later), [])
  })

  it('are all that the page of a Direction says before a dialog opens', () => {
    const dialog: Wanted = file => !/-dialog\.tsx$/.test(file)
    const files = reached(`${CLIENT}/direction.tsx`, true, dialog)
    ok(files.size > 40)
    deepEqual(missing(files, undefined, 'direction'), [])
  })

  it('are all that it says once one has', () => {
    const files = reached(`${CLIENT}/direction.tsx`, true)
    deepEqual(missing(files, undefined, 'direction', 'directionDialogs'), [])
  })

  for (const page of ['gallery', 'config'] as const)
    it(`are all that the page « ${page} » says, sooner or later`, () => {
      deepEqual(missing(reached(`${CLIENT}/${page}.tsx`, true), undefined, page), [])
    })

  it('are all that the organisers’ page says before a section opens', () => {
    deepEqual(missing(reached(`${CLIENT}/organiser.tsx`, false), undefined, 'organiser'), [])
  })

  it('are all that « Aujourd’hui » says before the channels open', () => {
    const files = reached(`${CLIENT}/organiser/today/today-page.tsx`, false)
    deepEqual(missing(files, undefined, 'organiser', 'today'), [])
  })

  for (const section of SECTIONS)
    it(`are all that its section « ${section} » says, sooner or later`, () => {
      // A section's entry goes with the tab's own list of sections, whose others have words of their own.
      const own: Wanted = file =>
        !/client\/organiser\/(?!parts\/|tab\/)/.test(file) || file.startsWith(`${ORGANISER}/${section}/`)
      const files = reached(entryOf(section), true, own)
      ok(files.size > 1)
      const later: readonly Apart[] = section === 'today' ? ['channels'] : []
      deepEqual(missing(files, undefined, 'organiser', section as Apart, ...later), [])
    })
})
