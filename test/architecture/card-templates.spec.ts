import assert from 'node:assert/strict'
import { templateFaults } from './card-templates.ts'

/** What is said of a template, named by `files`. */
function faultOf(template: string, ...files: readonly string[]): string {
  const sources = files.map(path => ({
    path: `src/${path}`,
    code: `const card = { template: '${template}' }`,
  }))
  return templateFaults([`adaptiveCards/${template}.json`], sources).join()
}

describe('the rule that a template stands in the folder of its room', () => {
  it('takes one that does, one of a flat feature, one of no feature, and parts that templates name', () => {
    assert.equal(faultOf('ideas/merging/merge', 'features/ideas/merging/cards.ts'), '')
    assert.equal(faultOf('feedback/form', 'features/feedback/cards.ts'), '')
    assert.equal(faultOf('common/help', 'conversation/replies/common-cards.ts'), '')
    assert.equal(faultOf('parts/title'), '')
  })

  it('takes one of several rooms that stands with the leftmost', () => {
    const files = ['features/ideas/moderation/cards.ts', 'features/ideas/card/cards.ts']
    assert.equal(faultOf('ideas/card/idea', ...files), '')
    assert.match(faultOf('ideas/moderation/idea', ...files), /move it to adaptiveCards\/ideas\/card\//)
  })

  for (const [bad, file] of [
    ['ideas/merge', 'features/ideas/merging/cards.ts'],
    ['ideas/answers/merge', 'features/ideas/merging/cards.ts'],
    ['ideas/merging/form/merge', 'features/ideas/merging/cards.ts'],
    ['workshops/merging/merge', 'features/ideas/merging/cards.ts'],
  ] as const)
    it(`refuses ${bad}, drawn by ${file}`, () =>
      assert.match(
        faultOf(bad, file),
        /is drawn by src\/features\/ideas\/merging\/: move it to adaptiveCards\/ideas\/merging\/, .*« Rooms »/,
      ))

  it('refuses a folder in a feature without rooms, and a feature’s among those of none', () => {
    assert.match(faultOf('feedback/parts/form', 'features/feedback/cards.ts'), /to adaptiveCards\/feedback\//)
    assert.match(faultOf('common/form', 'features/feedback/cards.ts'), /to adaptiveCards\/feedback\//)
    assert.match(
      faultOf('feedback/help', 'conversation/replies/common-cards.ts'),
      /to adaptiveCards\/common\//,
    )
  })

  it('refuses one that nobody draws', () => {
    assert.match(faultOf('ideas/merging/merge'), /named by no file of src\/: take it out/)
  })
})
