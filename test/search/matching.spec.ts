import assert from 'node:assert/strict'
import { matches, matching } from '../../src/search/matching.ts'

describe('what is looked for among a few things', () => {
  it('is the beginnings of words, whatever the case, accents and order', () => {
    for (const looked of ['', 'a', 'accu', 'MIEUX acc', 'pres', 'l’accueil', '  plus  près '])
      assert.ok(matches('L’accueil : mieux, plus près', looked), looked)
    for (const looked of ['cueil', 'accueillir', 'mieux loin'])
      assert.ok(!matches('L’accueil : mieux, plus près', looked), looked)
  })

  const things = Array.from({ length: 700 }, (_, at) => (at % 2 ? `impair ${at}` : `pair ${at}`))
  const asked: number[] = []
  const pageFrom = async (limit: number, after = '0') => {
    const from = Number(after)
    asked.push(from)
    const next = from + limit < things.length ? { next: String(from + limit) } : {}
    return { items: things.slice(from, from + limit), ...next }
  }
  const look = (text: string, skip: number, limit: number) =>
    matching(pageFrom, thing => thing, { text, skip, limit }).then(({ items }) => items)

  it('is found in the list’s order, so many left out, with no page read beyond what is needed', async () => {
    assert.deepEqual(await look('impair', 2, 2), ['impair 5', 'impair 7'])
    assert.deepEqual(asked.splice(0), [0])
    assert.equal((await look('impair', 49, 15))[0], 'impair 99')
    assert.deepEqual(asked.splice(0), [0, 100])
  })

  it('is looked for in 300 things at most', async () => {
    assert.deepEqual(await look('nothing', 0, 15), [])
    assert.deepEqual(asked.splice(0), [0, 100, 200])
  })

  it('costs no more among texts of endless words, whether what is typed may hold a slip or not', async () => {
    const items = ['x'.repeat(300_000), `jardin ${'é'.repeat(300_000)}`, 'anticonstitutionnellement']
    const near = (text: string) =>
      matching(
        async () => ({ items }),
        each => each,
        { text, skip: 0, limit: 5 },
      )
    assert.deepEqual(await near('nul'), { items: [], near: false })
    assert.deepEqual(await near('jardun'), { items: items.slice(1, 2), near: true })
    // Too long to hold a slip itself, and still known.
    const long = await near('jardun anticonstitutionnellement')
    assert.deepEqual(long, { items: [], near: true })
  }).timeout(2_000)

  it('is found with a slip where nothing is spelt like that, and said to be near', async () => {
    const texts = ['Le téléphone répondeur', 'Le jardin partagé', 'Un banc']
    const near = (text: string) =>
      matching(
        async () => ({ items: texts }),
        each => each,
        { text, skip: 0, limit: 5 },
      )
    for (const slip of ['telephonne', 'telphone', 'télépohne', 'telephane', 'le telephoen', 'xtelephone'])
      assert.deepEqual(await near(slip), { items: texts.slice(0, 1), near: true }, slip)
    assert.deepEqual(await near('telephone'), { items: texts.slice(0, 1), near: false })
    for (const far of ['telefonne', 'banq', 'jardin telephone', 'jardiin qwertz'])
      assert.deepEqual(await near(far), { items: [], near: false }, far)
  })
})
