import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { answerPlaces, readTenantList, TENANT_LIST } from '../../src/commands/tenant/items.ts'
import { tablesOf } from '../../src/commands/tenant/tables.ts'

/** As the formatter and the command both write a table: without what pads its cells. */
const unpadded = (text: string) => text.replaceAll(/ *\| */g, '|').replaceAll(/-{3,}/g, '---')

describe('the list of what only a real Teams can show', () => {
  const { groups, items } = TENANT_LIST

  it('stands in docs/locataire.md as the command prints it', () => {
    const page = unpadded(readFileSync('docs/locataire.md', 'utf8'))
    assert.ok(
      page.includes(unpadded(tablesOf(TENANT_LIST))),
      'write it anew: npm run --silent tenant -- list',
    )
  })

  it('has thirty-five to sixty items, each once, in half-hours of ten at most', () => {
    assert.ok(items.length >= 35 && items.length <= 60, `${items.length}`)
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length)
    for (const { id } of groups) {
      const ids = items.filter(({ group }) => group === id).map(item => item.id)
      assert.deepEqual(
        ids,
        ids.map((_, at) => `${id}${at + 1}`),
      )
      assert.ok(ids.length >= 3 && ids.length <= 10, `${id} ${ids.length}`)
    }
    assert.deepEqual(
      [...new Set(items.map(({ group }) => group))],
      groups.map(({ id }) => id),
    )
  })

  it('assumes only what can be answered, and has a place for each answer', () => {
    for (const { id, answer } of items)
      if (answer.kind === 'choice')
        assert.deepEqual(
          (answer.assumed ?? []).filter(word => !answer.of.includes(word)),
          [],
          id,
        )
    const keys = answerPlaces(TENANT_LIST).map(({ key }) => key)
    assert.equal(new Set(keys).size, keys.length)
  })

  it('has no word that could be the number of another', () => {
    const words = items.flatMap(({ answer }) => (answer.kind === 'choice' ? answer.of : []))
    assert.deepEqual(
      words.filter(word => /^\d$/.test(word)),
      [],
    )
  })

  it('names files that are there', () => {
    const named = items.flatMap(({ changes }) => [
      ...changes.matchAll(/`((?:src|adaptiveCards|appPackage)\/[^`]+)`/g),
    ])
    assert.ok(named.length > 20)
    assert.deepEqual(
      named.map(([, path = '']) => path).filter(path => !existsSync(path)),
      [],
    )
  })

  it('is refused with a field too many, a word too long, or an answer that is neither word nor number', () => {
    const [first] = items
    const broken = (change: object) => ({ groups, items: [{ ...first, ...change }] })
    assert.equal(readTenantList(broken({})).items.length, 1)
    for (const change of [{ more: 1 }, { do: 'a'.repeat(201) }, { answer: { kind: 'text' } }, { id: 'a1' }])
      assert.throws(() => readTenantList(broken(change)))
  })
})
