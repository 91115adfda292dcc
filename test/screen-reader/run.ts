// Has a screen reader read two paths, writes what it says, and holds it to what must be heard.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { prepareScreenReader } from '../support/machine/machine.ts'
import { AGENT } from './agent.ts'
import { MANAGER } from './manager.ts'
import { tell } from './path.ts'

const HELP = `npm run prove -- screen-reader [--language fr|en] [--path agent|manager] [--folder FOLDER]

Orca reads « Mon espace » to an agent, then a Direction to its manager, in both languages: from top to bottom, a vote, a
commitment, an answer, each sent wrong first. Prints what it says, or writes it to FOLDER, a file for each path. Ends
with 1 where something is not said that must be. Needs npm run build; as root it installs Debian's Orca.
`
const PATHS = { agent: AGENT, manager: MANAGER } as const
type PathName = keyof typeof PATHS

const { values } = parseArgs({
  options: {
    language: { type: 'string' },
    path: { type: 'string' },
    folder: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const languages = (['fr', 'en'] as const).filter(each => each === (values.language ?? each))
const paths = (Object.keys(PATHS) as PathName[]).filter(each => each === (values.path ?? each))
if (values.help || languages.length === 0 || paths.length === 0) {
  process.stdout.write(HELP)
  process.exit(values.help ? 0 : 2)
}
prepareScreenReader()
if (values.folder) mkdirSync(values.folder, { recursive: true })
for (const language of languages)
  for (const path of paths) {
    const { passages, faults } = await tell(PATHS[path], language)
    const text = passages.map(({ title, lines }) => [`## ${title}`, '', ...lines, ''].join('\n')).join('\n')
    const name = `${path}-${language}.txt`
    if (values.folder) writeFileSync(join(values.folder, name), text)
    else process.stdout.write(`# ${path}, ${language}\n\n${text}\n`)
    const lines = passages.reduce((sum, each) => sum + each.lines.length, 0)
    process.stdout.write(`${path}, ${language}: ${lines} lines, ${faults.length} faults\n`)
    for (const fault of faults) process.stdout.write(`  ${fault}\n`)
    if (faults.length > 0) process.exitCode = 1
  }
