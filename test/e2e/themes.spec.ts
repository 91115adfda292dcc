import { deepEqual, ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { themesOf, tokensIn } from '../../src/tabs/build/themes.ts'

const ASSETS = 'dist-tabs/assets'
/** The first tokens of the table, as it is built. */
const TABLE = /\b(borderRadius\w+):/

const codeOf = (ending: string) =>
  readdirSync(ASSETS)
    .filter(name => name.endsWith(ending))
    .map(name => readFileSync(`${ASSETS}/${name}`, 'utf8'))

describe('the themes that the tabs carry', () => {
  const all = themesOf(() => true)

  it('have a value for each token that a style or a control of any page names, and for not half of the others', () => {
    const scripts = codeOf('.js')
    const table = scripts.find(code => TABLE.test(code) && code.includes('colorNeutralForeground1:')) ?? ''
    const carried = new Set([...table.matchAll(/\b([a-z]\w+):/g)].map(([, name = '']) => name))
    const named = [...scripts, ...codeOf('.css')].flatMap(tokensIn).filter(name => name in all)
    ok(named.length > 500)
    deepEqual(
      named.filter(name => !carried.has(name)),
      [],
    )
    const known = Object.keys(all)
    ok(known.length > 400 && known.filter(name => carried.has(name)).length < known.length / 2)
  })

  it('are Teams’ own, each value once where the three looks agree', () => {
    const some = themesOf(name => ['borderRadiusMedium', 'colorNeutralBackground1'].includes(name))
    deepEqual(some, { borderRadiusMedium: '4px', colorNeutralBackground1: ['#ffffff', '#292929', '#000000'] })
  })
})
