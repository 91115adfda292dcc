import assert from 'node:assert/strict'
import fc from 'fast-check'
import { reviewDocument } from '../../../src/features/review/document-cards.ts'
import type { PublishedReview } from '../../../src/features/review/publication.ts'
import { isEmpty, PARAGRAPH_LENGTH, publishedDirection } from '../../../src/features/review/publication.ts'
import { wordsIn } from '../../../src/i18n/words.ts'
import { estimatedWithin, exact, share } from '../../../src/kernel/personal-data/counts.ts'
import { LEAST_REVIEW, USUAL_REVIEW } from '../../support/features/published-review.ts'
import { programme } from '../../support/programme/programme.ts'

const words = { fr: wordsIn('fr', 'Europe/Paris'), en: wordsIn('en', 'Europe/Paris') }
const inFrench = (review: PublishedReview) => reviewDocument(words.fr, review)
/** What is read of it, without its markup. */
const textOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
const [first] = USUAL_REVIEW.axes
assert.ok(first)

/** With these words wherever somebody may have written some. */
function written(text: string): PublishedReview {
  const axes = USUAL_REVIEW.axes.map(axis => ({
    ...axis,
    proposed: text,
    learnt: text,
    initiatives: axis.initiatives.map(each => ({ ...each, title: text })),
  }))
  const ballots = USUAL_REVIEW.ballots.map(({ result, ...ballot }) => ({
    ...ballot,
    question: text,
    ...(result && { result: { ...result, options: result.options.map(each => ({ ...each, title: text })) } }),
  }))
  const directions = USUAL_REVIEW.directions.map(each => ({ ...each, name: text }))
  const called = { ...USUAL_REVIEW.programme, name: text, organisation: text }
  return { ...USUAL_REVIEW, programme: called, opening: text, axes, ballots, directions }
}

describe('the file of a review', () => {
  it('says each figure as text, in its own language', () => {
    const said = { fr: textOf(inFrench(USUAL_REVIEW)), en: textOf(reviewDocument(words.en, USUAL_REVIEW)) }
    assert.match(said.fr, /Parmi les 140 idées déposées, 121 ont une réponse, ou une décision avec sa raison/)
    assert.match(said.fr, /La moitié d’entre elles l’ont eue en 9 jours ou moins/)
    assert.match(said.en, /Of the 140 ideas sent in, 121 have an answer, or a decision with its reason/)
    assert.match(said.fr, /Retenues : 5 .*Avec une réponse : 5 .*En attente : 4/)
    assert.doesNotMatch(said.fr + said.en, /\{|undefined|NaN|\[object/)
  })

  it('runs nothing, loads nothing, and has a header for each column and row', () => {
    const html = inFrench(USUAL_REVIEW)
    assert.doesNotMatch(html, /<script|<link|<img|<iframe|<form|\son\w+=|\ssrc=|url\(|@import|https?:/i)
    assert.deepEqual(
      [...html.matchAll(/href="([^"]*)"/g)].map(([, to = '']) => to.slice(0, 1)),
      Array.from({ length: 5 }, () => '#'),
    )
    const count = (pattern: RegExp) => [...html.matchAll(pattern)].length
    assert.equal(count(/<table/g), count(/<caption/g))
    assert.equal(count(/<th[ >]/g), count(/<th[^>]* ?scope="(?:col|row)"/g))
    for (const landmark of ['header', 'nav', 'main', 'footer'] as const)
      assert.ok(html.includes(`<${landmark}`), landmark)
    assert.equal(count(/<h1/g), 1)
  })

  it('keeps whatever is written in it inert, wherever it stands', () => {
    const tags = (html: string) => html.replace(/>[^<]*/g, '>').replace(/content="[^"]*"/g, '')
    const plain = tags(inFrench(written('Un titre')))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', minLength: 1 }),
          fc.constantFrom(
            '<script>alert(1)</script>',
            '"><img src=x onerror=alert(1)>',
            '</title><svg onload=alert(1)>',
            '</style><b>',
            '${programme}',
            '{count, plural, other {#}}',
            '&lt;b&gt;',
          ),
        ),
        text => assert.equal(tags(inFrench(written(text))), plain),
      ),
      { numRuns: 40 },
    )
  })

  it('leaves out what is not there: no paragraph, no ballot, no month', () => {
    const said = textOf(inFrench({ ...LEAST_REVIEW, months: [] }))
    assert.doesNotMatch(
      said,
      /Ce qui a été proposé|Ce qu’on a appris|Les scrutins|Mois par mois|Les initiatives/,
    )
    assert.match(said, /Demandé 1 atelier Proposé Rien encore/)
    assert.match(said, /moins de 10/)
  })

  it('says of an initiative that was not re-read only that there is one', () => {
    const axis = {
      ...first,
      figures: { ...first.figures, begun: { ...first.figures.begun, initiatives: 2 } },
    }
    const said = (initiatives: typeof axis.initiatives) =>
      textOf(inFrench({ ...USUAL_REVIEW, axes: [{ ...axis, initiatives }] }))
    assert.match(said([]), /2 initiatives, qui ne sont pas nommées ici/)
    assert.match(said(axis.initiatives.slice(0, 1)), /Une autre initiative n’est pas nommée ici/)
    assert.doesNotMatch(said(axis.initiatives.slice(0, 2)), /nommée/)
  })

  it('stays under a megabyte when all that it may hold is there', () => {
    const long = 'é'.repeat(PARAGRAPH_LENGTH)
    const [initiative] = first.initiatives
    const [ballot] = USUAL_REVIEW.ballots
    assert.ok(initiative && ballot?.result)
    const [option] = ballot.result.options
    assert.ok(option)
    const full: PublishedReview = {
      ...USUAL_REVIEW,
      opening: long,
      axes: programme.axes.map((axis, at) => ({
        ...first,
        axis,
        proposed: long,
        learnt: long,
        initiatives: Array.from({ length: 60 }, () => ({ ...initiative, title: `${at}`.repeat(120) })),
      })),
      ballots: Array.from({ length: 50 }, () => ({
        ...ballot,
        question: 'q'.repeat(120),
        result: {
          voters: exact('open-ballot', 6_700),
          options: Array.from({ length: 20 }, () => ({ ...option, title: 'o'.repeat(120) })),
        },
      })),
    }
    assert.ok(Buffer.byteLength(inFrench(full)) < 1_000_000)
  })
})

describe('what may leave of a Direction', () => {
  const counts = { ideas: 3, withNext: 2, initiatives: 1, stepsKept: 1 }
  const count = estimatedWithin(60, 100, () => 0.5)
  const participation = { count, share: share(count, 100) }

  it('is how many took part, about, and nothing of its ideas', () => {
    const direction = { id: 'd', name: 'Direction des finances', headcount: 100 }
    assert.deepEqual(publishedDirection({ direction, participation, ...counts }), {
      name: 'Direction des finances',
      headcount: 100,
      small: false,
      took: count,
    })
  })

  it('is nothing of people where it is small', () => {
    const direction = { id: 'd', name: 'Cabinet', headcount: 12 }
    const made = publishedDirection({ direction, small: true, participation, ...counts })
    assert.deepEqual(made, { name: 'Cabinet', headcount: 12, small: true })
    const said = textOf(inFrench({ ...USUAL_REVIEW, directions: [made] }))
    assert.match(said, /Cabinet 12 non publié/)
    assert.match(said, /Sous 19 agents/)
  })
})

describe('a review of nothing', () => {
  it('is one where nothing was asked, proposed or begun', () => {
    const axes = LEAST_REVIEW.axes.map(({ figures }) => figures)
    assert.equal(isEmpty({ axes, months: [] }), false)
    assert.equal(isEmpty({ axes: axes.slice(1), months: [] }), true)
    assert.equal(isEmpty({ axes: [], months: [] }), true)
  })
})
