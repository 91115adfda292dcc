import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repeatedTypeFaults } from '../../architecture/names.ts'
import { filesIn } from '../../architecture/source.ts'
import { whoTakes } from '../product/typed-words.ts'
import type { Names } from './names.ts'
import type { NewFile } from './templates.ts'

/** Nothing is written over. @throws Error with a sentence */
export function requireFreePaths(root: string, paths: readonly string[]): void {
  const standing = paths.find(path => existsSync(join(root, path)))
  if (standing !== undefined) throw new Error(`${standing} stands already: nothing is written`)
}

/** Each exported type is called so once. @throws Error with a sentence */
export function requireFreeTypes(files: readonly NewFile[]): void {
  const planned = files.map(({ path, text }) => ({ path, code: text }))
  const [fault = ''] = repeatedTypeFaults([...filesIn('src', /\.tsx?$/), ...planned])
  const [, type, paths = ''] = /^(\w+) is exported by (.+?): /.exec(fault) ?? []
  const standing = paths.split(', ').find(path => !files.some(file => file.path === path))
  if (type !== undefined)
    throw new Error(`the type « ${type} » is exported by ${standing} already: call it otherwise`)
}

/** What is called so already in the lists that the feature will stand in. @throws Error with a sentence */
export function requireFreeKeys(root: string, { name, one }: Names): void {
  const texts = (file: string) => readFileSync(join(root, file), 'utf8')
  const taken = {
    [`the table « ${one} »`]: new RegExp(`^  ${one}:`, 'm').test(
      texts('src/db/transactions/table-topics.ts'),
    ),
    [`the command « ${name} »`]: texts('src/i18n/fr/conversation.json').includes(`"command.${name}"`),
    [`the texts « ${one}. »`]: filesIn('src/i18n/fr', /\.json$/).some(({ text }) =>
      text.includes(`"${one}.`),
    ),
  }
  const [standing] = Object.entries(taken).find(([, is]) => is) ?? []
  if (standing !== undefined) throw new Error(`${standing} is there already: call the feature otherwise`)
}

/** Nobody types them for something else. Composes the product to know. @throws Error with a sentence */
export async function requireFreeWords({ fr, en }: Names): Promise<void> {
  const { setStage } = await import('../product/stage.ts')
  const stage = await setStage()
  const commands = stage.app.handlers.flatMap(each => each.commands ?? [])
  await stage.close()
  const options = { '--word': en, '--fr': fr }
  const taken = Object.entries(options).flatMap(([option, word]) => {
    const by = whoTakes(commands, word)
    return by === undefined
      ? []
      : [{ option, said: `« ${word} » is typed for the command « ${by} » already` }]
  })
  if (taken.length === 0) return
  const said = [...new Set(taken.map(each => each.said))].join(', and ')
  throw new Error(`${said}: choose another with ${taken.map(({ option }) => `${option} WORD`).join(' and ')}`)
}
