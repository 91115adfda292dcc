import assert from 'node:assert/strict'
import { createRender } from '../../src/cards/render.ts'
import { helpCard, refusalCard } from '../../src/conversation/replies/common-cards.ts'
import type { CardOf } from '../../src/kernel/text/card.ts'
import { allSamples } from './samples.ts'
import { nodesOf } from './tree.ts'

const render = createRender()
const button = { title: 'Aide', verb: 'common.help', data: { page: 2 } }

type Column = { readonly items: readonly { readonly type: string; readonly text?: string }[] }

/** What stands in each row above a card's title, from left to right. */
function rowsAbove(kind: string, badge?: string): string[][] {
  const note = { title: 'Titre', entries: [], buttons: [], foot: [], footer: '' }
  const data = { icon: 'Circle', kind, ...(badge && { badge: { text: badge, tone: 'good' } }), ...note }
  const card: CardOf = { template: 'ideas/card/entries', data }
  const rows = (render(card, 'fr', kind).body as { columns?: readonly Column[] }[]).map(row => row.columns)
  return rows.flatMap(columns =>
    columns ? [columns.flatMap(({ items }) => items.flatMap(({ text }) => text ?? []))] : [],
  )
}

describe('the parts every card is made of', () => {
  it('draw no notice when there is none', () => {
    const card = render(helpCard('Titre', 'Phrase', []), 'fr', 'Titre')
    assert.deepEqual(
      (card.body as { type: string }[]).map(element => element.type),
      ['TextBlock', 'TextBlock'],
    )
  })

  it('keep a state beside its kind, and below it where a narrow phone has no room for both', () => {
    assert.deepEqual(rowsAbove('Atelier · Faire équipe'), [['Atelier · Faire équipe']])
    const territoires = 'Atelier · Aller vers les territoires'
    assert.deepEqual(rowsAbove(territoires, 'Complet'), [[territoires, 'Complet']])
    assert.deepEqual(rowsAbove(territoires, '17 places libres'), [[territoires], ['17 places libres']])
    const equipe = 'Atelier · Faire équipe'
    assert.deepEqual(rowsAbove(equipe, '17 places libres'), [[equipe, '17 places libres']])
    assert.deepEqual(rowsAbove(territoires, 'Places libres'), [[territoires, 'Places libres']])
    assert.deepEqual(rowsAbove('Scrutin', '17 places libres'), [['Scrutin', '17 places libres']])
  })

  it('say a state once', () => {
    for (const card of allSamples('fr')) {
      const { badge } = card.data as { readonly badge?: { readonly text: string } }
      const shown = nodesOf(render(card, 'fr', '.')).filter(({ node }) => node.type === 'Badge')
      const said = shown.filter(({ node }) => node.text === badge?.text)
      if (badge) assert.equal(said.length, 1, `${card.template}: ${badge.text}`)
    }
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
