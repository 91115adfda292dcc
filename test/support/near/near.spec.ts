import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nearSpecs } from './distance.ts'
import { withinBudget } from './seconds.ts'

const nearTo = (...changed: readonly string[]) => nearSpecs(new Set(changed))

describe('the specs near a change', () => {
  it('are those that import it, the nearest first', () => {
    const specs = nearTo('src/kernel/text/graphemes.ts')
    const direct = specs.indexOf('test/features/ideas/idea.spec.ts')
    assert.ok(direct >= 0 && direct < specs.indexOf('test/features/ideas/chat.spec.ts'), specs.join(' '))
  })

  it('are not all there is, though the whole product imports it', () => {
    assert.ok(nearTo('src/features/ballots/ballot/choice.ts').length < 90)
  })

  it('are those named after its feature too', () => {
    assert.ok(
      nearTo('src/features/ballots/ballot/routes.ts').includes('test/flows/ballots/publication.spec.ts'),
    )
  })

  it('are those that read it without importing it', () => {
    assert.ok(nearTo('src/i18n/fr/ideas.json').includes('test/i18n/catalogue.spec.ts'))
    assert.ok(nearTo('docs/scrutins.md').includes('test/docs/links.spec.ts'))
  })

  it('are a browser’s only where they were changed themselves', () => {
    assert.deepEqual(
      nearTo('test/e2e/personal/home.spec.ts', 'src/tabs/client/personal.tsx').filter(spec =>
        spec.includes('/e2e/'),
      ),
      ['test/e2e/personal/home.spec.ts'],
    )
  })

  it('fit into a minute, but for the nearest of all, and none is lost', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(300), { maxLength: 60 }), lengths => {
        const { chosen, left } = withinBudget(lengths.map(String), Number)
        const [, ...others] = chosen.map(Number)
        const spent = chosen.map(Number).reduce((sum, each) => sum + each, 0)
        assert.ok(others.length === 0 || spent <= 100)
        assert.deepEqual([...chosen, ...left].toSorted(), lengths.map(String).toSorted())
      }),
    )
  })
})
