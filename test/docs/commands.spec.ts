import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { filesIn, importsOf, type SourceFile } from '../architecture/source.ts'
import { faultsOf, PAGES, type Page } from './documents.ts'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const SOURCES = new Map(
  ['src', 'bench', 'test'].flatMap(all => filesIn(all, /\.ts$/)).map(each => [each.path, each]),
)

/** The text of a program and of all that it brings along. */
function programText(path: string, seen = new Set<string>()): string {
  const file: SourceFile | undefined = SOURCES.get(path)
  if (!file || seen.has(path)) return ''
  seen.add(path)
  return [file.text, ...importsOf(file).map(({ to }) => programText(to, seen))].join('\n')
}

const TEXTS = new Map(
  Object.entries(scripts).map(([name, command]) => {
    const entries = [...command.matchAll(/[\w/.-]+\.ts\b/g)].map(([path]) => path)
    return [name, entries.map(path => programText(path)).join('\n')]
  }),
)

/** On a server installed by infra/install.sh: a program of src/commands, by its own name. */
const FAIRE = /(?<=^ {4}|`|&& )faire ([a-z]+)(?: ([^\n`|;&#>)…]*))?/gm

/** The script that runs a program of src/commands. */
function scriptOf(program: string): string | undefined {
  return Object.keys(scripts).find(name => scripts[name]?.includes(`src/commands/${program}.ts`))
}

/** Up to the end of the line, of the span or of the sentence. */
const NPM = /\bnpm run (?:--silent )?([\w:]+)(?:\s+--\s+([^\n`|;&#>)…]*))?/g

/** How the words after `--` fit the program: its options, and the verb that comes first. */
function misfits(name: string, words: string): string[] {
  const text = TEXTS.get(name) ?? ''
  const options = [...words.matchAll(/--([a-z][\w-]*)/g)].map(([, option = '']) => option)
  const unknown = options.filter(option => !new RegExp(`--${option}\\b|\\b${option}['"]?:`).test(text))
  const [verb = ''] = words.trim().split(/\s+/)
  const verbless = !/^[a-z]+[a-z-]*$/.test(verb) || new RegExp(`\\b${verb}\\b`).test(text)
  return [
    ...unknown.map(option => `npm run ${name} knows no --${option}`),
    ...(verbless ? [] : [`npm run ${name} knows no ${verb}`]),
  ]
}

function wrongCalls({ text }: Page): string[] {
  const plain = text.replace(/(?<=npm run [\w:]*(?: --)?)\n\s*/g, ' ')
  return [...plain.matchAll(NPM)].flatMap(([, name = '', words = '']) =>
    name in scripts ? misfits(name, words) : [`there is no npm run ${name}`],
  )
}

/** At the beginning of a line or a span, or behind another command; on a server as the service's user, or in a container. */
const NODE =
  /(?<=^ {4}|`|&& )(?:runuser -u \w+ -- |docker compose run [^\n`|]*? a )?(?:[A-Z_]+=\S+ )*node ([^\n`|]*)/gm
/** Node's own, and one that its variable for them may not hold. */
const OPTIONS: ReadonlySet<string> = new Set([...process.allowedNodeEnvironmentFlags, '--env-file'])

describe('a command on a page', () => {
  it('is a script of the project, with a verb and options that it knows', () => {
    assert.deepEqual(faultsOf(wrongCalls), [])
  })

  it('names a program that is there, and options that Node has', () => {
    const faults = faultsOf(({ text }) =>
      [...text.matchAll(NODE)].flatMap(([, words = '']) => {
        const [option, program] = [/^--[\w-]+/.exec(words)?.[0], /[\w./-]+\.(?:ts|js)\b/.exec(words)?.[0]]
        const source = program?.replace(/^dist\/(.*)\.js$/, 'src/$1.ts')
        const known = option === undefined || OPTIONS.has(option) || words === option
        return [...(source && !existsSync(source) ? [source] : []), ...(known ? [] : [`node ${option}`])]
      }),
    )
    assert.deepEqual(faults, [])
  })

  it('is a program of the server where it begins with faire, with a verb and options that it knows', () => {
    const faults = faultsOf(({ text }) =>
      [...text.matchAll(FAIRE)].flatMap(([, program = '', words = '']) => {
        const name = scriptOf(program)
        return name === undefined ? [`there is no faire ${program}`] : misfits(name, words)
      }),
    )
    assert.deepEqual(faults, [])
    assert.ok(PAGES.flatMap(({ text }) => [...text.matchAll(FAIRE)]).length > 8)
  })

  it('is found on the pages where there are some', () => {
    const calls = PAGES.flatMap(({ text }) => [...text.matchAll(NPM)])
    assert.ok(calls.length > 60 && calls.filter(([, , words]) => words).length > 30)
  })
})
