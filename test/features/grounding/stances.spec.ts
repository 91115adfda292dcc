import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { acceptedPoints } from '../../../src/features/grounding/domain.ts'
import { mayTurnRound } from '../../../src/features/grounding/stances.ts'

type Pair = { readonly idea: string; readonly faithful: string; readonly inverted: string }

/** 120 ideas, each with a sentence that keeps its sense and one that turns it, by somebody who had not seen the words. */
const PAIRS = JSON.parse(
  readFileSync(new URL('../../support/said/stance-pairs.json', import.meta.url), 'utf8'),
) as readonly Pair[]

describe('a sentence that says the contrary of what it cites', () => {
  it('is marked where it denies what they ask, or asks what they refuse', () => {
    const telework = ['Un jour de télétravail de plus']
    assert.ok(mayTurnRound('Il est demandé de ne plus télétravailler.', telework))
    assert.ok(!mayTurnRound('Un jour de télétravail de plus est demandé.', telework))
    const paper = ['Ne plus imprimer les comptes rendus']
    assert.ok(mayTurnRound('Il est demandé d’imprimer les comptes rendus.', paper))
    assert.ok(!mayTurnRound('Il est demandé de ne plus imprimer les comptes rendus.', paper))
    assert.ok(!mayTurnRound('Le télétravail est demandé, et refusé.', [...telework, ...paper]))
    assert.ok(!mayTurnRound('Il est demandé de n’ouvrir que le matin.', ['Ouvrir le matin']))
  })

  it('is one of those to be checked first, and stands all the same', () => {
    const given = new Map([['i1', 'Ne plus imprimer les comptes rendus des réunions']])
    const said = [{ text: 'Il est demandé d’imprimer les comptes rendus des réunions.', ideas: ['i1'] }]
    assert.deepEqual(
      acceptedPoints(said, given, 'fr').map(({ doubtful }) => doubtful),
      [true],
    )
  })

  it('is found about one time in two by words alone, and a right one taken for it about one in eight', () => {
    const marked = (which: 'faithful' | 'inverted') =>
      PAIRS.filter(pair => mayTurnRound(pair[which], [pair.idea])).length
    const [found, alarms] = [marked('inverted'), marked('faithful')]
    process.stdout.write(
      `    of ${PAIRS.length} turned round ${found} are marked, of as many right ones ${alarms}\n`,
    )
    assert.equal(PAIRS.length, 120)
    assert.ok(found >= 0.45 * PAIRS.length && alarms <= 0.15 * PAIRS.length, `${found}, ${alarms}`)
  })
})
