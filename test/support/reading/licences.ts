import { readFileSync } from 'node:fs'

const page = readFileSync(new URL('../../../docs/licences.md', import.meta.url), 'utf8')

/** What stands under a heading of the page in the first two columns of its table. */
function rowsUnder(heading: string): readonly (readonly [string, string])[] {
  const [part = ''] = page.split(`\n## ${heading}\n`)[1]?.split('\n## ') ?? []
  const plain = (cell = '') => cell.trim().replaceAll('`', '')
  return part
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line => line.split('|'))
    .map(([, first, second]) => [plain(first), plain(second)])
}

/** Of a package that declares none. */
export const NO_LICENCE = 'aucune'

const accepted = new Set(rowsUnder('Licences acceptées').map(([licence]) => licence))
/** Packages by name, with what each declares. */
export const seenOneByOne = rowsUnder('Paquets vus un par un')

/** An SPDX expression as packages write them: choices of what goes together, in at most one pair of brackets. */
function isAccepted(expression: string): boolean {
  const choices = expression.replace(/^\((.*)\)$/, '$1').split(' OR ')
  return choices.some(choice => choice.split(' AND ').every(each => accepted.has(each)))
}

/** Why a package cannot be delivered, or undefined. */
export function faultOf({ name, license }: { name: string; license: string }): string | undefined {
  if (isAccepted(license)) return undefined
  return seenOneByOne.some(seen => seen[0] === name && seen[1] === license)
    ? undefined
    : `${name}: ${license}`
}
