import assert from 'node:assert/strict'
import { emptyNameFaults, repeatedTypeFaults } from './names.ts'

describe('the rule that names say what is inside', () => {
  for (const good of [
    'src/kernel/text/text.ts',
    'src/features/feedback/score.ts',
    'src/features/ideas/merging/usecases.ts',
  ])
    it(`takes ${good}`, () => assert.equal(emptyNameFaults({ path: good, code: '' }).length, 0))

  for (const bad of [
    'src/db/util.ts',
    'src/helpers/text.ts',
    'src/core/text.ts',
    'src/db/row-manager.ts',
    'src/shared/text.ts',
  ])
    it(`refuses ${bad}`, () => assert.match(emptyNameFaults({ path: bad, code: '' }).join(), /is called/))

  for (const good of ['function manage() {}', 'const servicing = 1', 'const score = 1', 'const { util } = a'])
    it(`takes ${good}`, () => assert.deepEqual(emptyNameFaults({ path: 'src/a.ts', code: good }), []))

  for (const bad of [
    'class IdeaManager {}',
    'function textUtil() {}',
    'const helpers = {}',
    'type VoteService = 1',
  ])
    it(`refuses ${bad}`, () => assert.equal(emptyNameFaults({ path: 'src/a.ts', code: bad }).length, 1))
})

describe('the rule that a type has a name of its own', () => {
  const repeated = (...codes: readonly string[]) =>
    repeatedTypeFaults(codes.map((code, at) => ({ path: `src/${at}.ts`, code })))

  it('takes other names, types that no other file sees, and one file that says a name twice', () => {
    assert.deepEqual(repeated('export type Draft = 1', 'export type BallotDraft = 2', 'type Draft = 3'), [])
    assert.deepEqual(repeated('export type Draft = 1\nexport type Draft = 2'), [])
    assert.deepEqual(repeated('export type Draft = 1', "export type { Draft } from './a.ts'"), [])
  })

  it('refuses a name that two files export, as a type, an interface or a class', () => {
    assert.match(
      repeated('export type Draft = 1', 'export type Draft<T> = T').join(),
      /^Draft is exported by src/,
    )
    assert.equal(repeated('export interface Draft {}', 'export class Draft {}').length, 1)
  })
})
