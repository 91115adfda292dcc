import assert from 'node:assert/strict'
import { createRender } from '../../src/cards/render.ts'
import { helpCard, refusalCard } from '../../src/conversation/common-cards.ts'

const render = createRender()
const button = { title: 'Aide', verb: 'common.help', data: { page: 2 } }

describe('the parts every card is made of', () => {
  it('draw no notice when there is none', () => {
    const card = render(helpCard('Titre', 'Phrase', []), 'fr', 'Titre')
    assert.deepEqual(
      (card.body as { type: string }[]).map(element => element.type),
      ['TextBlock', 'TextBlock'],
    )
  })

  it('tint a refusal as a warning, with its sentence', () => {
    const text = JSON.stringify(render(refusalCard('Non', 'Parce que.'), 'fr', 'Non'))
    assert.match(text, /"style":"warning"/)
    assert.match(text, /"text":"Parce que\."/)
  })

  it('give every button a Submit that carries its verb, for clients that know no Execute', () => {
    const card = render(helpCard('Titre', 'Phrase', [button]), 'fr', 'Titre')
    const set = (card.body as { actions?: object[] }[]).at(-1)
    assert.deepEqual(set?.actions, [
      {
        type: 'Action.Execute',
        ...button,
        fallback: { type: 'Action.Submit', title: 'Aide', data: { page: 2, verb: 'common.help' } },
      },
    ])
  })
})
