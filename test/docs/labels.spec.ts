import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { QUESTION_LENGTH } from '../../src/features/ideas/boxes/domain.ts'
import { closing } from '../../src/i18n/format.ts'
import { fr } from '../../src/i18n/fr/index.ts'
import { countGraphemes } from '../../src/kernel/text/graphemes.ts'

/** What people of an administration read: each « … » in them is what they will find on a screen. */
const GUIDES = [
  ...['premier-atelier', 'micro-idees', 'scrutins', 'pilotes', 'agents', 'encadrement', 'kit'],
  ...['animer', 'annonces', 'ateliers', 'idees', 'messages', 'direction', 'clore', 'essais', 'locataire'],
]

/** What Teams itself says, and what nobody but a person types. */
const TEAMS = ['…', '+', '?', ':', 'Paramètres', 'Plus d’actions']

const read = (name: string) => readFileSync(`docs/${name}.md`, 'utf8')
/** As plain as it can be compared: spaces that do not break, and breaks of lines, are spaces. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The branches of a plural, each as a pattern. */
function branches(text: string): string[] {
  const open = text.indexOf('{')
  if (open < 0) return []
  const end = closing(text, open)
  return [patternOf(text.slice(open + 1, end - 1), '.{1,9}'), ...branches(text.slice(end))]
}

/** What a message may read once its values are there. `count`: what stands for `#`. */
function patternOf(message: string, count = '#'): string {
  const open = message.indexOf('{')
  if (open < 0) return literal(message).replaceAll('#', count)
  const end = closing(message, open)
  const [, kind, ...rest] = message.slice(open + 1, end - 1).split(',')
  const value = kind?.trim() === 'plural' ? `(?:${branches(rest.join(',')).join('|')})` : '.{1,60}'
  return patternOf(message.slice(0, open), count) + value + patternOf(message.slice(end), count)
}

/** Said by nobody: a pattern that takes it has too few words of its own to tell anything by. */
const NONSENSE = ['Rien de tel, ici', 'Rien : de · tel', 'Rien de tel à rien sur rien', 'x']

/** Messages with values, as patterns. */
const patterns = Object.values(fr)
  .filter(message => message.includes('{'))
  .map(message => new RegExp(`^${plain(patternOf(message))}$`))
  .filter(pattern => !NONSENSE.some(text => pattern.test(text)))

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [plain(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

/** The words that open a command, as each feature lists them. */
function commands(): string[] {
  const folder = 'src/features'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
    /handlers\.ts$/.test(file),
  )
  const lists = files.flatMap(file => [
    ...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/words: \{\s*fr: \[(.*?)\]/gs),
  ])
  return lists.flatMap(([, list = '']) => [...list.matchAll(/'(.+?)'/g)].map(([, word = '']) => word))
}

const programmes = readdirSync('programmes').filter(name => name.endsWith('.yaml'))
const known = new Set([
  ...TEAMS,
  ...commands().map(plain),
  ...Object.values(fr).map(plain),
  ...textsOf(JSON.parse(readFileSync('appPackage/manifest.json', 'utf8'))),
  ...programmes.flatMap(name => textsOf(parse(readFileSync(`programmes/${name}`, 'utf8')))),
])

/** Without code, in which a quotation mark means something else. */
const prose = (text: string) => text.replaceAll(/^(?: {4,}|\t).*$|`[^`\n]*`/gm, '')

/** Everything between guillemets; where they stand in one another, the outer ones. */
function quoted(text: string): string[] {
  const found: string[] = []
  for (let at = text.indexOf('«'); at >= 0; at = text.indexOf('«', at)) {
    const start = at + 1
    for (let depth = 1; depth > 0; ) {
      const next = text.slice(++at).search(/[«»]/)
      assert.ok(next >= 0, `no end to «${text.slice(start, start + 40)}`)
      at += next
      depth += text[at] === '«' ? 1 : -1
    }
    found.push(plain(text.slice(start, at)))
  }
  return found
}

function isSaid(text: string): boolean {
  return [text, `${text}.`].some(each => known.has(each) || patterns.some(pattern => pattern.test(each)))
}

describe('the guides', () => {
  for (const name of GUIDES) {
    it(`quote in ${name} nothing that is not said somewhere`, () => {
      const found = quoted(prose(read(name)))
      assert.ok(found.length > 4)
      assert.deepEqual(
        found.filter(text => !isSaid(text)),
        [],
      )
    })

    it(`show in ${name} pictures that are there, and lead to pages that are`, () => {
      const targets = [...read(name).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target = '']) => target)
      assert.deepEqual(
        targets.filter(target => !existsSync(`docs/${target}`)),
        [],
      )
    })
  }

  it('ask no question that a box would not take', () => {
    const asked = [...read('micro-idees').matchAll(/^\d+\. (.+\?)$/gm)].map(([, question = '']) => question)
    assert.equal(asked.length, 50)
    assert.deepEqual(
      asked.filter(question => countGraphemes(question) > QUESTION_LENGTH),
      [],
    )
  })
})
