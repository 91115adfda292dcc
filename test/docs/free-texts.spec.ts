import assert from 'node:assert/strict'
import { type Inventory, readInventory } from '../support/reading/inventory.ts'
import { pageAt, rowsOf, spansIn } from './documents.ts'

const HEADING = '### Les textes qu’aucune nuit n’efface'

/** Why texts stay for which no date is given, by `table.column`. */
function reasonsIn(page: string): ReadonlyMap<string, string> {
  const [, rest = ''] = page.split(`\n${HEADING}\n`)
  const [section = ''] = rest.split(/\n#{2,3} /)
  const rows = rowsOf({ path: '', text: section, prose: section, spans: [] })
  return new Map(
    rows.flatMap(([table, texts, why = '']) =>
      spansIn(texts).map(column => [`${spansIn(table).join()}.${column}`, why] as const),
    ),
  )
}

/** Free texts whose duration names no day, week or month: until somebody erases them. */
function undated({ entries, meaning }: Inventory): readonly string[] {
  const isDated = (kept: string) => /\b(?:minutes?|jours?|semaines?|mois)\b/.test(meaning.get(kept) ?? '')
  return entries.filter(({ data, kept }) => data === 'texte' && !isDated(kept)).map(({ column }) => column)
}

function faultsOf(inventory: Inventory, page: string): readonly string[] {
  const reasons = reasonsIn(page)
  const asked = undated(inventory)
  return [
    ...asked
      .filter(column => (reasons.get(column) ?? '').length < 5)
      .map(
        column =>
          `${column} is a free text that no night erases: give it a date, or say why under « ${HEADING} »`,
      ),
    ...[...reasons.keys()]
      .filter(column => !asked.includes(column))
      .map(column => `${column} has a date or is no free text: take it out of « ${HEADING} »`),
  ]
}

describe('a free text that people write', () => {
  it('has a date from which it is erased, or a reason why it stays', () => {
    assert.deepEqual(faultsOf(readInventory(), pageAt('docs/donnees.md').text), [])
  })
})

describe('the rule that a free text has a date or a reason', () => {
  const page = (row: string) => `# A\n${HEADING}\n\n| t | c | p |\n| --- | --- | --- |\n${row}\n\n## B\n`
  const inventory = (kept: string, data = 'texte'): Inventory => ({
    entries: [{ column: 'thanks.text', data, why: 'le dire', kept, seenBy: ['tous'] }],
    words: { data: [], kept: [], seenBy: [] },
    meaning: new Map([
      ['effacement', ' jusqu’à ce que la personne l’efface.'],
      ['12 mois', ' effacée douze mois après.'],
    ]),
  })
  const row = '| `thanks` | `text` | il est lu de tous |'

  it('takes a date, or a reason for one that has none', () => {
    assert.deepEqual(faultsOf(inventory('12 mois'), page('')), [])
    assert.deepEqual(faultsOf(inventory('effacement', 'fait'), page('')), [])
    assert.deepEqual(faultsOf(inventory('effacement'), page(row)), [])
  })

  it('refuses neither, an empty reason, and one for what is erased anyway', () => {
    assert.match(
      faultsOf(inventory('effacement'), page('')).join(),
      /^thanks\.text is a free text that no night/,
    )
    assert.equal(faultsOf(inventory('effacement'), page('| `thanks` | `text` | |')).length, 1)
    assert.equal(faultsOf(inventory('effacement'), page('| `thanks` | `other` | il est lu |')).length, 2)
    assert.match(faultsOf(inventory('12 mois'), page(row)).join(), /^thanks\.text has a date/)
  })
})
