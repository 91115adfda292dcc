import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { PROOFS, prove } from '../../bench/prove.ts'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

function saidBy(...words: readonly string[]) {
  const said: string[] = []
  const code = prove(words, text => void said.push(text))
  return { code, text: said.join('') }
}

describe('npm run prove', () => {
  it('lists each proof with what it shows', () => {
    for (const asked of [[], ['--help'], ['kills', '--help']]) {
      const { code, text } = saidBy(...asked)
      assert.equal(code, 0)
      for (const [name, { says }] of Object.entries(PROOFS))
        assert.match(text, new RegExp(`^ {2}${name} +${says}$`, 'm'))
    }
  })

  it('refuses a name that is none of them', () => {
    for (const name of ['lantern', 'constructor', '']) {
      const { code, text } = saidBy(name)
      assert.equal(code, 2)
      assert.match(text, new RegExp(`« ${name} »`))
    }
  })

  it('names programs that are there, with options that they know', () => {
    for (const [name, { program, words = [], options = '' }] of Object.entries(PROOFS)) {
      const files = [program, ...words.filter(word => word.endsWith('.ts'))]
      for (const file of files) assert.ok(existsSync(file), `${name}: ${file}`)
      const text = readFileSync(program, 'utf8')
      for (const [, option] of options.matchAll(/--([a-z-]+)/g))
        assert.ok(text.includes(`${option}`), `${name} --${option}`)
    }
  })

  it('is the only door to each', () => {
    const doors = Object.keys(PROOFS).filter(name => name in scripts)
    assert.deepEqual(doors, [])
  })
})
