import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { MethodFault } from '../../../src/features/programme/method/fault.ts'
import { parseMethodFile } from '../../../src/features/programme/method/parser.ts'
import { KEPT_MONTHS } from '../../../src/features/programme/retention/domain.ts'
import { contrast, LEAST_CONTRAST, lowestContrast } from '../../../src/features/programme/schema/contrast.ts'
import { en } from '../../../src/i18n/en/index.ts'
import { fr } from '../../../src/i18n/fr/index.ts'
import { WRONG_CODES, wrong } from '../../../src/kernel/errors/method-faults.ts'

const OCCITANIE = readFileSync(new URL('../../../programmes/occitanie.yaml', import.meta.url), 'utf8')

/** First line, from 1, with `text`. */
const lineOf = (text: string) => OCCITANIE.slice(0, OCCITANIE.indexOf(text)).split('\n').length

/** What the method file is refused with once `from` has become `to`. */
const RULES = /^nudges:\n(?: {2}- .*\n)+/m
const RULE = '  - { id: horizons, kind: horizons, at: "0 7 * * *" }\n'

function refusalOf(from: string | RegExp, to: string): string {
  const text = OCCITANIE.replace(from, to)
  assert.notEqual(text, OCCITANIE, `the file no longer holds ${from}`)
  try {
    parseMethodFile(text)
  } catch (fault) {
    assert.ok(fault instanceof MethodFault)
    return fault.message
  }
  return 'accepted'
}

describe('the method file of Occitanie', () => {
  const programme = parseMethodFile(OCCITANIE)

  it('has five axes, three phases and thirty Directions of 6,700 agents', () => {
    const ids = programme.axes.map(axis => axis.id)
    assert.deepEqual(ids, ['transitions', 'territoires', 'usager', 'employeur', 'equipe'])
    assert.deepEqual(
      programme.phases.map(phase => phase.id),
      ['explorer', 'creer', 'tester'],
    )
    assert.equal(programme.directions.length, 30)
    assert.equal(
      programme.directions.reduce((sum, direction) => sum + direction.headcount, 0),
      6_700,
    )
  })

  it('holds the calm defaults when it says nothing of hours, closures, messages, nudges and retention', () => {
    const said =
      /^ {2}(days|hours|country|closures):.*\n(?: {4}.*\n)*|^(messages|nudges|retention):\n(?: .*\n)*/gm
    const { calendar, messages, nudges, retention } = parseMethodFile(OCCITANIE.replaceAll(said, ''))
    assert.deepEqual([messages, retention], [{ perWeek: 3 }, { figureWeeks: 26, ...KEPT_MONTHS }])
    assert.deepEqual(calendar, { ...programme.calendar, closures: [] })
    assert.deepEqual(nudges, programme.nudges)
  })
  it('writes French as French is written', () => {
    const french = [
      ...programme.axes.flatMap(axis => [axis.title.fr, axis.promise.fr]),
      ...programme.directions.map(direction => direction.name),
    ]
    for (const text of french) {
      assert.doesNotMatch(text, /'/, text)
      assert.doesNotMatch(text, /« | »| [:;?!%]/, text)
    }
  })

  it('has colours that can be read on every surface of both themes', () => {
    for (const { colours } of programme.axes) {
      assert.ok(lowestContrast(colours.light, 'light') >= LEAST_CONTRAST)
      assert.ok(lowestContrast(colours.dark, 'dark') >= LEAST_CONTRAST)
    }
  })
})

describe('the thresholds of a method file', () => {
  const withThresholds = (lines: string) =>
    OCCITANIE.replace('\nretention:', `\nthresholds:\n${lines.replace(/^/gm, '  - ')}\n\nretention:`)
  const read = (lines: string) => parseMethodFile(withThresholds(lines)).thresholds
  const refusal = (lines: string) => {
    try {
      return JSON.stringify(read(lines))
    } catch (fault) {
      assert.ok(fault instanceof MethodFault)
      return fault.message
    }
  }

  it('are none where the file says nothing, and owed by the Lab’ where a threshold does not say by whom', () => {
    assert.deepEqual(parseMethodFile(OCCITANIE).thresholds, [])
    assert.deepEqual(read('{ supports: 30, days: 30 }'), [{ supports: 30, days: 30, by: 'lab' }])
  })

  it('are the example of the file once its comment is taken away', () => {
    const text = OCCITANIE.replace('# thresholds:\n#   - {', 'thresholds:\n  - {')
    assert.notEqual(text, OCCITANIE)
    assert.deepEqual(parseMethodFile(text).thresholds, [
      { supports: 30, directions: 3, days: 30, by: 'direction' },
    ])
  })

  it('stand in one order, whatever the file’s', () => {
    const lines = ['{ supports: 50, days: 10 }', '{ supports: 30, directions: 3, days: 30 }']
    assert.deepEqual(read(lines.join('\n')), read(lines.toReversed().join('\n')))
  })

  it('are refused where one has no effect, or could never be reached', () => {
    assert.match(
      refusal('{ supports: 30, days: 30 }\n{ supports: 60, directions: 2, days: 10 }'),
      /thresholds\.1: has no effect: whatever reaches it has reached threshold 1 before/,
    )
    assert.match(
      refusal('{ supports: 30, days: 30 }\n{ supports: 30, days: 10 }'),
      /thresholds\.1: has no effect/,
    )
    assert.match(refusal('{ supports: 40, directions: 31, days: 30 }'), /the file has 30 Directions/)
    assert.match(
      refusal('{ supports: 3, directions: 5, days: 30 }'),
      /3 supports come from 3 Directions at most/,
    )
    assert.match(refusal('{ supports: 1, days: 30 }'), /thresholds\.0\.supports: 2 at least/)
    assert.match(
      refusal('{ supports: 9, days: 30, by: pilote }'),
      /thresholds\.0\.by: can be direction or lab/,
    )
  })
})

describe('a method file that cannot be used', () => {
  const cases: [what: string, from: string, to: string, line: string, said: RegExp][] = [
    [
      'a key nobody knows',
      '    icon: LeafTwo',
      '    icon: LeafTwo\n    chef: Anne',
      'icon: LeafTwo',
      /axes\.0\.chef: is not a key that is known here/,
    ],
    [
      'a missing promise',
      /promise.*sonne.*\n/.exec(OCCITANIE)?.[0] ?? '',
      '\n',
      'id: transitions',
      /promise/,
    ],
    ['a time zone that does not exist', 'zone: Europe/Paris', 'zone: Europe/Tolosa', 'zone: Europe', /IANA/],
    ['pale text', '#3B6B12', '#9CD06A', '#3B6B12', /contrast is 1\.\d to 1, 4\.5 is needed/],
    ['an axis that comes twice', 'id: usager', 'id: equipe', 'id: equipe', /equipe is used twice/],
    ['a hatch that comes twice', 'slot: 2', 'slot: 1', 'slot: 2', /slot 1 is used twice/],
    ['phases that overlap', 'from: 2027-03-01', 'from: 2027-02-28', 'from: 2027-03-01', /has ended/],
    [
      'a phase that ends first',
      'until: 2027-06-30',
      'until: 2027-01-01',
      'until: 2027-06-30',
      /before it begins/,
    ],
    ['a Direction of nobody', 'headcount: 32', 'headcount: 0', 'id: cabinet', /headcount/],
    ['an hour that is none', 'from: "09:00"', 'from: "9 h"', 'hours:', /a time is HH:MM/],
    ['office hours that end first', 'until: "17:30"', 'until: "08:30"', 'hours:', /before it begins/],
    ['a closure that ends first', 'until: 2027-01-01', 'until: 2026-12-01', '2026-12-21', /before it begins/],
    ['more messages than calm allows', 'perWeek: 3', 'perWeek: 6', 'perWeek: 3', /perWeek/],
    ['a rule of no kind', 'kind: digest', 'kind: horoscope', 'id: digest', /nudges\.0\.kind/],
    [
      'a rule that runs all day',
      'at: "30 6 * * 1"',
      'at: "* 6 * * 1"',
      'id: digest',
      /one minute and one hour/,
    ],
    ['a week that runs backwards', 'at: "30 6 * * 1"', 'at: "30 6 * * 5-1"', 'id: digest', /smaller number/],
    ['two kinds of day', 'at: "30 6 * * 1"', 'at: "30 6 1 * 1"', 'id: digest', /do not stand together/],
    [
      'a measure that means nothing',
      'kind: workshop-tomorrow, at: "0 7 * * *"',
      'kind: workshop-tomorrow, at: "0 7 * * *", days: 2',
      'id: workshop-tomorrow',
      /days means nothing to workshop-tomorrow, which knows no measure/,
    ],
    [
      'a day before that is looked at too late in the day',
      'kind: workshop-tomorrow, at: "0 7 * * *"',
      'kind: workshop-tomorrow, at: "0 22 * * *"',
      'id: workshop-tomorrow',
      /nudges\.2\.at: workshop-tomorrow would never speak in time/,
    ],
    [
      'an end that only a weekend looks at',
      'kind: my-ballot-closing, at: "0 7 * * *"',
      'kind: my-ballot-closing, at: "0 7 * * 6"',
      'id: my-ballot-closing',
      /nudges\.8\.at: my-ballot-closing would never speak in time/,
    ],
    [
      'a week of one day',
      'at: "0 7 * * *", days: 7, every: 2',
      'at: "0 7 * * *", days: 1, every: 2',
      'id: workshop-week',
      /nudges\.1\.days: workshop-week would never speak in time: what it finds a day ahead/,
    ],
    [
      'a digest on several days',
      'at: "30 6 * * 1"',
      'at: "30 6 * * 1,4"',
      'id: digest',
      /nudges\.0\.at: a digest tells of a week/,
    ],
    [
      'two digests',
      'kind: horizons, at: "0 7 * * *", days: 7, every: 28',
      'kind: digest, at: "0 7 * * 4"',
      'id: horizons',
      /nudges\.6\.kind: is a second digest/,
    ],
    ['two rules of one id', '{ id: horizons,', '{ id: digest,', 'id: horizons', /digest is used twice/],
    ['figures for ever', 'figureWeeks: 26', 'figureWeeks: 53', 'figureWeeks: 26', /figureWeeks/],
    [
      'a text under no name',
      'retention:',
      'words: { fr: { "A b": x } }\nretention:',
      'retention:',
      /named by its key in the/,
    ],
    ['a country in full', 'country: FR', 'country: France', 'country:', /two capital letters/],
    ['another format', 'format: 2', 'format: 3', 'format: 2', /formats 1 and 2/],
    ['YAML that is broken', 'name: Faire', 'name: [Faire', 'name: Faire', /./],
  ]
  for (const [what, from, to, line, said] of cases) {
    it(`is refused for ${what}, with the line`, () => {
      const message = refusalOf(from, to)
      assert.match(message, said)
      const named = Number(/line (\d+)/.exec(message)?.[1])
      assert.ok(Math.abs(named - lineOf(line)) <= 1, `${message}\n(expected near line ${lineOf(line)})`)
    })
  }

  it('is let through with what a rule kept off would be refused for, and with ends that are looked at in time', () => {
    const fine = [
      ['kind: workshop-tomorrow, at: "0 7 * * *"', 'kind: workshop-tomorrow, at: "0 22 * * *", off: true'],
      ['kind: workshop-tomorrow, at: "0 7 * * *"', 'kind: workshop-tomorrow, at: "25 17 * * 5-7"'],
      ['my-ballot-closing, at: "0 7 * * *", days: 2', 'my-ballot-closing, at: "0 7 * * 6", days: 3'],
      ['my-ballot-closing, at: "0 7 * * *", days: 2', 'my-ballot-closing, at: "0 22 * * *", days: 1'],
      ['at: "30 6 * * 1"', 'at: "30 6 * * 0"'],
    ] as const
    for (const [from, to] of fine) assert.equal(refusalOf(from, to), 'accepted', to)
  })

  it('is told what is wrong in words, and never in those of a library', () => {
    const words: [from: string | RegExp, to: string, said: RegExp][] = [
      [RULES, 'nudges:\n', /nudges: nothing stands here: a list is needed/],
      [RULES, `nudges:\n${RULE.repeat(31)}`, /nudges: 30 entries at most/],
      ['at: "30 6 * * 1"', 'at: 7', /nudges\.0\.at: a text is needed/],
      ['kind: digest', 'kind: horoscope', /nudges\.0\.kind: can be digest, workshop-week, .* or my-horizon$/],
      ['days: 7, every: 2', 'days: 99, every: 2', /nudges\.1\.days: 60 at most/],
      ['days: 7, every: 2', 'days: 1.5, every: 2', /nudges\.1\.days: a whole number is needed/],
      ['every: 28', 'every: 28, off: oui', /nudges\.6\.off: true or false is needed/],
      ['organisation: Région Occitanie', 'organisation: ""', /organisation: is empty/],
    ]
    for (const [from, to, said] of words) {
      const message = refusalOf(from, to)
      assert.match(message, said)
      assert.doesNotMatch(message, /Invalid|expected|Too (big|small)/)
    }
  })

  it('is told on a page what commands say, by the same values', () => {
    const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()
    // What yaml and zod say is English; which keys there are stands beside, for a command.
    const apart = { key: ['keys'], other: [], yaml: [] }
    for (const code of WRONG_CODES) {
      const wanted = Object.entries(apart).find(([each]) => each === code)?.[1] ?? named(wrong(code).what)
      for (const words of [fr, en]) assert.deepEqual(named(words[`method.wrong.${code}`]), wanted, code)
    }
  })

  it('is told to put in quotes what begins with a star, once for each line', () => {
    for (const at of ['* 6 * * 1', '*6 * * 1', '*six']) {
      const message = refusalOf('at: "30 6 * * 1"', `at: ${at}`)
      assert.equal(message, `line ${lineOf('id: digest')}: a text that begins with * stands in quotes`, at)
    }
  })

  it('is refused when it is no map, empty or huge', () => {
    for (const text of ['', '- a', 'word', `a: ${'x'.repeat(600_000)}`]) {
      assert.throws(() => parseMethodFile(text), MethodFault)
    }
  })

  it('never fails in any other way, whatever the text', () => {
    const lines = OCCITANIE.split('\n')
    const mangled = fc.tuple(fc.nat(lines.length - 1), fc.string({ maxLength: 30 }), fc.boolean())
    fc.assert(
      fc.property(mangled, ([at, text, keep]) => {
        try {
          parseMethodFile(lines.toSpliced(at, keep ? 0 : 1, text).join('\n'))
        } catch (fault) {
          assert.ok(fault instanceof MethodFault, String(fault))
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('contrast', () => {
  it('agrees with WCAG at its ends and does not mind the order', () => {
    assert.equal(contrast('#000000', '#FFFFFF'), 21)
    const colour = fc.integer({ min: 0, max: 0xffffff }).map(n => `#${n.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        const ratio = contrast(one, other)
        return ratio >= 1 && ratio <= 21 && ratio === contrast(other, one)
      }),
    )
  })
})

describe('a method file of format 1', () => {
  const former = readFileSync(new URL('../../support/programme/format-1.yaml', import.meta.url), 'utf8')

  it('says the same as before, among the calendar', () => {
    const { id, version, calendar, messages, words } = parseMethodFile(former)
    assert.deepEqual({ id, version, messages }, { id: 'programme', version: '1', messages: { perWeek: 2 } })
    assert.deepEqual(calendar, parseMethodFile(OCCITANIE).calendar)
    assert.deepEqual(words, { fr: {}, en: {} })
  })

  it('may go without its messages', () => {
    const { calendar } = parseMethodFile(former.replace(/^messages:\n( .*\n)*/m, ''))
    assert.deepEqual(calendar.hours, { from: '09:00', until: '17:30' })
    assert.deepEqual(calendar.closures, [])
  })

  it('is refused with the line where it says it', () => {
    const at = former.split('\n').findIndex(line => line.includes('country:')) + 1
    assert.throws(() => parseMethodFile(former.replace('country: FR', 'country: France')), {
      message: `line ${at}: messages.country: a country is two capital letters`,
    })
  })

  it('is refused when it holds what came later, rather than losing it', () => {
    const file = `${former}words: { fr: {} }\n`
    assert.throws(() => parseMethodFile(file), /words: is read in format 2 only/)
  })
})
