import assert from 'node:assert/strict'
import { accessStore } from '../../src/features/rights/access-store.ts'
import { accessUsecases } from '../../src/features/rights/access-usecases.ts'
import { lineInWords } from '../../src/features/rights/line-cards.ts'
import { wordsIn } from '../../src/i18n/words.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { ballot, usecasesOn } from '../support/features/ballots.ts'
import { agent, lab } from '../support/workshops/workshops.ts'

const DOTS = { kind: 'dots', most: 3, perOption: 2, question: 'Où mettre nos points ?' } as const

onEachEngine('« Vos votes » in « Mes données »', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })

  it('says each choice beside its question, with its points where points are shared out', async () => {
    const use = usecasesOn(standing.db, clock)
    const me = agent(1)
    const one = await use.open(lab, ballot(clock.now()), [])
    const shared = await use.open(lab, ballot(clock.now(), DOTS), [])
    await use.vote(me, one.id, [{ option: one.options[1]?.id ?? '', points: 1 }])
    const [first, , third] = shared.options.map(({ id }) => id)
    await use.vote(me, shared.id, [
      { option: first ?? '', points: 1 },
      { option: third ?? '', points: 2 },
    ])
    const { items } = await accessUsecases({ store: accessStore, read: standing.db.read }).lines(
      me,
      'votes',
      20,
    )
    const voice = { words: wordsIn('fr', 'Europe/Paris'), nameOf: (id: string) => id }
    const said = items
      .filter(({ name }) => name === 'vote_choice.person_id')
      .map(line => lineInWords(voice, line))
      .map(({ text, facts = [] }) =>
        [text, ...facts.map(({ label, value }) => `${label} : ${value}`)].join(' / '),
      )
    assert.deepEqual(said.toSorted(), [
      'Où mettre nos points ? / Votre choix : Relire nos courriers avec des usagers (1 point)',
      'Où mettre nos points ? / Votre choix : Un bureau ouvert (2 points)',
      'Quelle idée tester à la rentrée ? / Votre choix : Un carnet de passation',
    ])
  })
})
