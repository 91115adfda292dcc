import assert from 'node:assert/strict'
import { exact } from '../../src/kernel/personal-data/counts.ts'
import { decisionText } from '../../src/tabs/client/organiser/synthesis/decision-texts.ts'
import { publishedText, reasonText } from '../../src/tabs/client/organiser/synthesis/publication-texts.ts'
import type { SentenceView, SynthesisView } from '../../src/tabs/contract/ideas/synthesis.ts'
import { voice } from './translators.ts'

const count = (many: number) => exact('ideas', many)
const FRENCH = voice('fr')
const TODAY = '2027-05-17'
const NOW = Date.UTC(2027, 4, 17, 8)

const view = (change: Partial<SynthesisView> = {}): SynthesisView => ({
  axis: 'equipe',
  themes: [],
  alone: { count: count(0), sentences: [] },
  coverage: { ideas: count(9), placed: count(6), aside: count(2), alone: count(1), cited: count(3) },
  sample: { state: 'reading', size: count(60), read: count(52), right: count(40), low: 61 },
  blocked: [],
  undecided: count(1),
  ...change,
})

const sentence = (change: Partial<SentenceView>): SentenceView => ({
  id: 's',
  text: 'Sur {n}.',
  filled: 'Sur 6 idées.',
  ideas: [],
  byModel: false,
  doubtful: false,
  decision: 'undecided',
  contested: count(0),
  faults: [],
  ...change,
})

describe('what the page of a synthesis says', () => {
  it('says each reason why it cannot be published in words of its own, counted', () => {
    const reasons = [
      'no-sentence',
      'undecided',
      'faulty',
      'contested',
      'sample-to-draw',
      'sample-unread',
      'sample-stale',
      'agreement-low',
    ] as const
    const said = reasons.map(reason => reasonText(reason, view(), FRENCH))
    assert.equal(new Set(said).size, reasons.length)
    assert.equal(said[1], 'décidez de la phrase qui attend')
    assert.equal(said[5], 'relisez les 8 idées de l’échantillon')
    assert.equal(said[7], 'l’accord est de 61\u202F% au moins, il en faut 75\u202F%')
  })

  it('says what everybody reads, by whom, and whether what is written differs; without a name once they are erased', () => {
    const said = (published?: SynthesisView['published']) =>
      publishedText(view(published ? { published } : {}), FRENCH, TODAY)
    assert.equal(said(), 'Rien n’est publié sur cet axe.')
    assert.match(
      said({ at: NOW, by: 'Maëlle', differs: true }),
      /^Publiée le 17\u00A0mai par Maëlle\. Ce qui s’écrit/,
    )
    assert.equal(
      said({ at: NOW, by: '', differs: false }),
      'Publiée le 17\u00A0mai. Chacun lit ce qui est ici.',
    )
  })

  it('names who decided, and says the decision alone where nobody is left to name', () => {
    const said = (change: Partial<SentenceView>) => decisionText(sentence(change), FRENCH)
    assert.equal(said({}), 'À décider')
    assert.equal(said({ decision: 'kept', decidedBy: 'Maëlle' }), 'Gardée par Maëlle')
    assert.equal(said({ decision: 'reworded', decidedBy: 'Maëlle' }), 'Reformulée par Maëlle')
    assert.equal(said({ decision: 'removed' }), 'Retirée')
  })
})
