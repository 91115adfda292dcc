import { deepEqual, equal } from 'node:assert/strict'
import { alike, standingIn } from '../../src/tabs/client/parts/commitments/same-wording.ts'
import type { SharedCommitmentView } from '../../src/tabs/contract/commitments.ts'

const near = (id: string, text: string, more: Partial<SharedCommitmentView> = {}): SharedCommitmentView => ({
  id,
  axis: 'usager',
  text,
  author: id,
  horizon: '2027-06-30',
  stage: 'taken',
  reworded: false,
  mine: false,
  joined: false,
  ...more,
})

describe('what colleagues share in the same words', () => {
  it('stands once, where it was first said, with all who say it under that axis', () => {
    const items = [
      near('a', 'Réparer avant de remplacer'),
      near('b', 'Dire merci'),
      near('c', 'réparer avant de remplacer.'),
      near('d', 'Réparer avant de remplacer', { axis: 'equipe' }),
    ]
    deepEqual(
      alike(items).map(({ id, all }) => [id, all.map(each => each.id)]),
      [
        ['a', ['a', 'c']],
        ['b', ['b']],
        ['d', ['d']],
      ],
    )
  })

  it('is joined once: mine, or the one that I took up, stands for them all', () => {
    const one = (all: readonly SharedCommitmentView[]) => alike(all).map(standingIn)[0]?.id
    const [a, b] = [near('a', 'Dire merci'), near('b', 'Dire merci', { joined: true })]
    equal(one([a, b]), 'b')
    equal(one([b, near('c', 'Dire merci', { mine: true })]), 'c')
    equal(one([a, near('d', 'Dire merci')]), 'a')
  })
})
