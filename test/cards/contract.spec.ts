import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TabPart } from '../../src/cards/parts.ts'
import { CARDS_FOLDER, createRender } from '../../src/cards/render.ts'
import { read } from '../../src/cards/text.ts'
import { LANGUAGES } from '../../src/kernel/text/language.ts'
import { setStage } from '../support/product/stage.ts'
import { tabLink } from '../support/workshops/workshops.ts'
import { complaintsOf, isKnown } from './parser.ts'
import { allSamples } from './samples.ts'
import { TAB_PLACES } from './tab-places.ts'
import { leavesOf, nodesOf } from './tree.ts'

const render = createRender(undefined, tabLink)
const NOTICE = { tone: 'warning', title: 'Titre', text: 'Phrase.' }

const templates = readdirSync(CARDS_FOLDER, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.json'))
  .map(file => file.slice(0, -'.json'.length))
const cards = templates.filter(name => !name.startsWith('parts/'))

const drawn = LANGUAGES.flatMap(language =>
  allSamples(language).flatMap(card => [
    { name: `${card.template} ${language}`, card: render(card, language, 'Une phrase.') },
    {
      name: `${card.template} ${language} with a notice`,
      card: render(card, language, '.', { notice: NOTICE }),
    },
  ]),
)

function source(name: string): string {
  return readFileSync(join(CARDS_FOLDER, `${name}.json`), 'utf8')
}

/** Runs a check on every sample in every language; its message names the card. */
function everyCard(check: (card: object, name: string) => void): void {
  for (const { name, card } of drawn) check(card, name)
}

function typed(card: object, start: string) {
  return nodesOf(card).filter(({ node }) => String(node.type).startsWith(start))
}

/** The router's own: a button that stands for a typed command. */
const ROUTED = ['conversation.say']
/** Stand below another card, which has the heading. */
const BELOW = /^people\/person\/(direction|install) /
/** « Revenir au message »: the sheets of `messages` carry it for whichever feature told the message. */
const BACK = /\.message$/

describe('the card contract', () => {
  let handled: string[]

  before(async () => {
    const stage = await setStage()
    handled = stage.app.handlers.flatMap(({ verbs = {} }) => Object.keys(verbs)).concat(ROUTED)
    await stage.close()
  })

  it('has a handler for every verb, and a card for every handler’s verb', () => {
    const carried = drawn.flatMap(({ card }) =>
      typed(card, 'Action.Execute').map(({ node }) => String(node.verb)),
    )
    const once = (verbs: readonly string[]) => [...new Set(verbs)].filter(verb => !BACK.test(verb)).toSorted()
    assert.deepEqual(once(carried), once(handled))
  })

  it('draws no text without words, and no set without actions', () => {
    everyCard((card, name) => {
      const wordless = typed(card, 'TextBlock').filter(({ node }) => String(node.text).trim() === '')
      const bare = typed(card, 'ActionSet').filter(({ node }) => (node.actions as unknown[]).length === 0)
      assert.deepEqual([...wordless, ...bare], [], name)
    })
  })

  it('has one heading, for those who read by ear', () => {
    everyCard((card, name) => {
      const headings = nodesOf(card).filter(({ node }) => node.style === 'heading')
      if (!BELOW.test(name)) assert.equal(headings.length, 1, name)
    })
  })

  it('has every template, and a template for every card', () => {
    assert.deepEqual([...new Set(allSamples('fr').map(card => card.template))].sort(), cards.sort())
  })

  it('leads from each card of one thing to its page in a tab, or has a reason not to', () => {
    assert.deepEqual(Object.keys(TAB_PLACES), cards.toSorted())
    const led = new Set<string>()
    for (const card of allSamples('fr')) {
      const { inTab } = card.data as TabPart
      const wanted = TAB_PLACES[card.template]
      if (!inTab) continue
      const place = `${inTab.tab} ${inTab.wanted}`
      assert.ok(wanted instanceof RegExp && wanted.test(place), `${card.template} leads to ${place}`)
      const link = `(${tabLink(inTab.tab, inTab.wanted)})`
      const drawn = leavesOf(render(card, 'fr', '.')).filter(({ text }) => text.endsWith(link))
      assert.deepEqual(
        drawn.map(({ text }) => text),
        [`[${inTab.words ?? 'Ouvrir dans l’onglet'}]${link}`],
        card.template,
      )
      led.add(card.template)
    }
    assert.deepEqual(
      [...led].toSorted(),
      cards.filter(name => typeof TAB_PLACES[name] !== 'string').toSorted(),
    )
  })

  it('has exactly one place for a notice on each card', () => {
    for (const name of cards)
      assert.equal(source(name).match(/"@part": "notice"/g)?.length, 1, `${name} and its notices`)
  })

  it('fills every binding and every word', () => {
    everyCard((card, name) => {
      for (const { path, text } of leavesOf(card)) {
        assert.ok(!text.includes('${'), `${name}${path} still holds ${text}`)
        assert.ok(!/^@[a-z][\w.-]+$/i.test(text), `${name}${path} still names ${text}`)
        assert.ok(!/undefined|\[object|NaN/.test(text), `${name}${path} says ${text}`)
      }
    })
  })

  it('says the name of no template, so that one can be called otherwise while its card stands in Teams', () => {
    const named = new Set(cards)
    everyCard((card, name) => {
      const said = leavesOf(card).find(({ text }) => named.has(text))
      assert.equal(said, undefined, `${name}${said?.path}`)
    })
  })

  it('satisfies the official parser at version 1.5', () => {
    everyCard((card, name) => assert.deepEqual(complaintsOf(card), [], name))
  })

  it('says its version, its language and a sentence for those who see no card', () => {
    everyCard((card, name) => {
      const { version, lang, fallbackText } = card as Record<string, string>
      assert.deepEqual(
        { version, known: lang === 'fr' || lang === 'en' },
        { version: '1.5', known: true },
        name,
      )
      assert.ok(fallbackText, name)
    })
  })

  it('uses elements newer than 1.5 only where a fallback stands', () => {
    everyCard((card, name) => {
      for (const { node, around } of nodesOf(card)) {
        if (typeof node.type !== 'string' || node.type === 'AdaptiveCard' || around.at(-1)?.data === node)
          continue
        const standsIn = [node, ...around.slice(-1)].some(place => place.fallback !== undefined)
        assert.ok(isKnown(node.type) || node.type === 'Column' || standsIn, `${name}: ${node.type}`)
      }
    })
  })

  it('refreshes nothing by itself', () => {
    everyCard((card, name) => assert.ok(!/"refresh"|"trigger"/.test(JSON.stringify(card)), name))
  })

  it('offers six buttons at most, each with a title and a verb', () => {
    everyCard((card, name) => {
      const actions = typed(card, 'Action.').filter(({ around }) => around.at(-1)?.fallback === undefined)
      // A tap on a row is no button of it.
      const buttons = actions.filter(({ node, around }) => around.at(-1)?.selectAction !== node)
      assert.ok(buttons.length <= 6, `${name} has ${buttons.length} buttons`)
      for (const { node } of actions) {
        assert.ok(node.title, `${name} has a button without a title`)
        if (node.type === 'Action.ToggleVisibility') continue
        if (node.type === 'Action.OpenUrl') assert.match(String(node.url), /^https:/, name)
        else assert.match(String(node.verb), /^[a-z]+\.[a-z-]+$/, name)
      }
    })
  })

  it('counts the options that are voted for by a tap among the six, and names each in full', () => {
    const tappedOn = new Set<string>()
    everyCard((card, name) => {
      const actions = typed(card, 'Action.').filter(({ around }) => around.at(-1)?.fallback === undefined)
      const rows = actions.filter(
        ({ node, around }) => node.verb === 'ballots.vote' && around.at(-1)?.selectAction === node,
      )
      if (rows.length === 0) return
      tappedOn.add(name.split(' ')[0] ?? '')
      assert.ok(actions.length <= 6, `${name} has ${actions.length} actions`)
      for (const { node, around } of rows) {
        const [text] = typed(Object(around.at(-1)?.items), 'TextBlock').map(each =>
          read(String(each.node.text)),
        )
        assert.ok(text && String(node.title).endsWith(text), `${name} says «${node.title}» of «${text}»`)
        assert.equal(node.associatedInputs, 'none', name)
      }
    })
    assert.deepEqual([...tappedOn].toSorted(), [
      'ballots/voting/ballot',
      'broadcasts/broadcast/message',
      'nudges/nudge/ballot',
      'nudges/posts/post',
    ])
  })

  it('labels every input, and tells what is missing from those that must be filled', () => {
    everyCard((card, name) => {
      for (const { node } of typed(card, 'Input.')) {
        assert.ok(node.label && node.id, `${name}: an input without a label`)
        if (node.isRequired) assert.ok(node.errorMessage, `${name}: ${node.id} does not say what is missing`)
        if (node.style === 'expanded') assert.equal(node.wrap, true, `${name}: ${node.id} cuts its choices`)
      }
    })
  })

  it('wraps every text that a sentence may fill', () => {
    everyCard((card, name) => {
      for (const { node } of typed(card, 'TextBlock'))
        assert.ok(
          node.wrap === true || String(node.text).length <= 24,
          `${name}: «${node.text}» would be cut`,
        )
    })
  })

  it('stays under the 28 kB that Teams accepts', () => {
    everyCard((card, name) => {
      const size = Buffer.byteLength(JSON.stringify(card))
      assert.ok(size <= 28_000, `${name} weighs ${size} bytes`)
    })
  })

  it('keeps three buttons in sight where it came unasked, and « Pourquoi ce message ? » behind the others', () => {
    everyCard((card, name) => {
      const sets = typed(card, 'ActionSet').map(
        ({ node }) => node.actions as readonly Record<string, unknown>[],
      )
      const why = sets.find(actions => actions.some(({ verb }) => verb === 'messages.why'))
      if (!why) return
      const inSight = why.filter(({ mode }) => mode !== 'secondary').map(({ verb }) => verb)
      assert.ok(inSight.length >= 1 && inSight.length <= 3, `${name}: ${inSight.join(', ')}`)
      assert.ok(why.length === 1 || !inSight.includes('messages.why'), name)
      assert.ok(!inSight.includes('ideas.unname'), name)
    })
  })

  it('keeps three in sight of what can be done with an idea, its comments, an initiative or a commitment', () => {
    const things = [
      'ideas/card/idea ',
      'ideas/card/entries ',
      'initiatives/initiative/sheet ',
      'commitments/commitment/sheet ',
    ]
    everyCard((card, name) => {
      if (!things.some(thing => name.startsWith(thing))) return
      for (const { node } of typed(card, 'ActionSet')) {
        const actions = node.actions as readonly Record<string, unknown>[]
        const inSight = actions.filter(({ mode }) => mode === 'primary')
        assert.ok(inSight.length >= 1 && inSight.length <= 3, `${name}: ${inSight.length} in sight`)
        assert.ok(
          actions.every(({ mode }) => mode === 'primary' || mode === 'secondary'),
          name,
        )
      }
    })
  })

  it('names, on every button of a nudge, the message that it answers', () => {
    everyCard((card, name) => {
      if (!name.startsWith('nudges/') || name.startsWith('nudges/posts/post ')) return
      for (const { node } of typed(card, 'Action.Execute'))
        assert.equal(Reflect.get(Object(node.data), 'message'), 'm1', `${name}: ${node.title}`)
    })
  })
})
