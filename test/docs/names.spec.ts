import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { filesIn } from '../architecture/source.ts'
import { setStage } from '../support/product/stage.ts'
import { faultsOf, type Page } from './documents.ts'

const CODE = filesIn('src', /\.(tsx?|json)$/)
  .map(({ text }) => text)
  .join('\n')

/** Segments of a path: a parameter stands for any. */
const segments = (path: string) =>
  path
    .replace(/\?.*$/, '')
    .split('/')
    .slice(1)
    .map(part => (/^[:{<]|[*…]/.test(part) ? '*' : part))
const fits = (asked: readonly string[], route: readonly string[]) =>
  asked.every((part, at) => part === '*' || route[at] === '*' || part === route[at] || part === '')

/** Paths that begin as one of ours does, with a verb before them or in backticks. */
function pathsOn({ text, spans }: Page): string[] {
  const asked = [...text.matchAll(/\b(?:GET|POST|PUT|DELETE|PATCH) (\/[\w/{}:.<>*-]+)/g)].map(
    ([, path = '']) => path,
  )
  const alone = spans.filter(span => /^\/(api|health|tabs|calendar|demo|metrics)\b[^ ]*$/.test(span))
  return [...asked, ...alone]
}

describe('an address on a page', () => {
  it('is one that the server answers, or begins one', async () => {
    const { app, close } = await setStage()
    await close()
    const written = [...CODE.matchAll(/'(\/(?:api|health|tabs|demo|metrics)[\w/:.*-]*)'/g)].map(
      ([, path = '']) => path,
    )
    const pages = filesIn('src/tabs/client', /^[a-z]+\.html$/).map(
      ({ path }) => `/tabs/${path.slice(16, -5)}`,
    )
    const known = [
      ...app.routes.map(({ path }) => `/api/v1${path}`),
      ...app.files.map(({ path }) => path),
      ...written,
      ...pages,
    ]
      .filter(path => path !== '/tabs/:page')
      .map(segments)
    const answered = (path: string) => known.some(route => fits(segments(path), route))
    assert.ok(answered('/api/v1/audit') && !answered('/api/v1/nothing') && !answered('/tabs/nothing'))
    assert.deepEqual(
      faultsOf(page => pathsOn(page).filter(path => !answered(path))),
      [],
    )
  })
})

/** Made by a command or a start, so in nobody's repository. */
const MADE = /^(dist|dist-tabs|node_modules|coverage|\.data|appPackage\/build)(\/|$)|^env\/\.env\.\w+\.user$/
const TOP =
  /^(\.{0,2}\/)?(src|test|docs|bench|env|appPackage|adaptiveCards|programmes|infra|\.vscode)\/[\w./*<>{}@-]*$/

describe('a file on a page', () => {
  it('is there', () => {
    const faults = faultsOf(({ spans, prose }) => {
      const bare = [...prose.matchAll(/\btest\/[\w./-]+\.ts\b/g)].map(([path]) => path)
      const named = spans.filter(
        span => TOP.test(span) || /^[\w-]+\/[\w/-]+\.(ts|tsx|md|yaml|json)$/.test(span),
      )
      return [...bare, ...named]
        .filter(path => !/[*<{]|\b(NAME|FILE|FOLDER)\b/.test(path) && !MADE.test(path))
        .filter(path => ![path, `src/${path}`, `src/features/${path}`].some(at => existsSync(at)))
    })
    assert.deepEqual(faults, [])
  })
})

describe('what a page quotes of the program', () => {
  const said = [
    CODE,
    ...['package.json', 'package-lock.json', 'compose.yaml', 'Dockerfile'].map(path =>
      readFileSync(path, 'utf8'),
    ),
  ].join('\n')
  /** What is typed, not said. */
  const TYPED = /^(npm|node|git|az|docker|systemctl) /

  it('is a code that it has', () => {
    const faults = faultsOf(({ path, spans }) =>
      path.startsWith('docs/')
        ? spans.filter(
            span => /^[a-z]+(-[a-z]+)+$/.test(span) && !new RegExp(`(?<![\\w-])${span}(?![\\w-])`).test(said),
          )
        : [],
    )
    assert.deepEqual(faults, [])
  })

  it('is a sentence that it says', () => {
    const faults = faultsOf(({ path, spans }) =>
      path.startsWith('docs/')
        ? spans.filter(
            span =>
              /^[\p{L}’',]+( [\p{L}’',]+){3,}\.?$/u.test(span) && !TYPED.test(span) && !said.includes(span),
          )
        : [],
    )
    assert.deepEqual(faults, [])
  })
})
