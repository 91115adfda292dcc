import assert from 'node:assert/strict'
import { Template } from 'adaptivecards-templating'
import fc from 'fast-check'
import { createExpansion } from '../../src/cards/expansion.ts'
import { assertSame, waysOf } from './both-ways.ts'

/** What `a` and `b` may be, beside missing. */
const VALUES: readonly unknown[] = [
  null,
  undefined,
  true,
  false,
  0,
  -1.5,
  1,
  Number.NaN,
  '',
  '0',
  'one ${a} "two"\n',
  [],
  ['p', 'q'],
  { X: 1, x: 2 },
  {},
  new Date(0),
  new Map([['x', 1]]),
]
const data = VALUES.flatMap(a => [{ a }, ...VALUES.map(b => ({ a, b }))])
const rooted = (each: object) => ({
  ...each,
  deep: { Inner: [each, { x: 'in' }] },
  NAME: 'capital',
  name: 'small',
})

const KNOWN = [
  'a',
  'A',
  'name',
  'nAmE',
  'missing',
  'a.x',
  'a.X.y',
  'a[0].x',
  'deep.inner[1].x',
  'deep.inner[0].a',
  'deep.inner[9].a',
  '$root.a',
  '$ROOT.b',
  '$data.a',
  '$index',
  'a == b',
  'a != b',
  "a == 'one'",
  'a < b',
  'a <= b',
  'a > b',
  'a >= 0',
  '!a',
  'a && b',
  'a || b',
  '(a || b) && !(a && b)',
  'if(a, b, missing)',
  "if(a == b, 'same', if(a, 1, 'none'))",
  'exists(a)',
  'exists(missing.x)',
  'count(a)',
  'count(a) > 0 || count(b) > 1',
  'length(a)',
  'length(missing)',
  'a + b',
  'a - b',
  '-a',
  '2 * a + 5 * b < 148',
  'not(equals(a, b))',
]

/** Known to the library alone. */
const UNKNOWN = [
  'a[0]',
  "a['x']",
  'a[b].x',
  'a / b',
  'a % b',
  'if(a, a & b, b)',
  'a ^ b',
  'toUpper(a)',
  'string(a)',
  'json(a)',
  'json(a).x',
  'if(a, concat(a, b), b)',
  'first(a).x',
  'join(a, b)',
  "contains(a, 'p')",
  'max(a, b)',
  'add(a, b, 1)',
  'foreach(a, each, each.x)',
  'createArray(a, b)',
  'coalesce(a, b)',
  '{x: a}',
  '[a, b]',
  '$host.a',
  '$other',
  '$_acTemplateVersion.major',
  'nobodyKnows(a)',
]

/** An expression in each place where one may stand. */
const placesOf = (expression: string): readonly object[] => [
  { text: `\${${expression}}` },
  { text: `un \${${expression}} \${ b } ; deux ?`, title: 'x' },
  { list: [`\${${expression}}`, { $when: `\${${expression}}`, text: '${a}' }, null] },
  {
    list: [{ $data: `\${${expression}}`, $when: '${$index != 1}', x: '${$index}', a: '${a}', y: '${$data}' }],
  },
]

function assertAlike(template: object, roots: readonly object[]): boolean {
  const ways = waysOf(template)
  for (const root of roots) assertSame(ways, root, false)
  return ways.compiled !== undefined
}

const roots = data.map(rooted)

describe('an expression of a card', function () {
  this.timeout(60_000)

  for (const expression of KNOWN) {
    it(`is worth what the library says: ${expression}`, () => {
      for (const template of placesOf(expression))
        assert.ok(assertAlike(template, roots), 'left to the library')
    })
  }

  for (const expression of UNKNOWN) {
    it(`is left to the library, which alone knows it: ${expression}`, () => {
      const compiled = placesOf(expression).filter(template => assertAlike(template, roots.slice(0, 60)))
      assert.deepEqual(compiled, [])
    })
  }

  it('is worth what the library says, of whatever it is made', () => {
    const leaf = fc.constantFrom(
      'a',
      'b',
      'deep.inner[0].a',
      '$root.b',
      'missing',
      "'x'",
      '1',
      'true',
      'null',
    )
    const { any } = fc.letrec<{ any: string }>(tie => ({
      any: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(fc.constantFrom('==', '!=', '<', '>=', '&&', '||', '+', '-', '*'), tie('any'), tie('any'))
          .map(([sign, one, other]) => `(${one} ${sign} ${other})`),
        fc
          .tuple(fc.constantFrom('!', 'count', 'exists', 'length'), tie('any'))
          .map(([name, of]) => `${name}(${of})`),
        fc.tuple(tie('any'), tie('any'), tie('any')).map(([is, then, or]) => `if(${is}, ${then}, ${or})`),
      ),
    }))
    fc.assert(
      fc.property(any, fc.constantFrom(...roots), fc.nat(3), (expression, root, place) => {
        const template = placesOf(expression)[place]
        assert.ok(template)
        try {
          waysOf(template)
        } catch {
          // The library parses no such expression: it counts neither numbers nor truths.
          fc.pre(false)
        }
        assertAlike(template, [root])
      }),
      { numRuns: 300 },
    )
  })
})

describe('a node of a template', () => {
  const all = roots.filter((_, at) => at % 9 === 0)
  const compiled = [
    {
      body: [
        { $data: '${a}', items: [{ $data: '${$data}', i: '${$index}', d: '${$data}' }], i: '${$index}' },
      ],
    },
    {
      one: { $when: '${a}', x: 1 },
      two: { $data: '${b}', x: '${x}' },
      three: null,
      four: [null, [1, [2]], ['${a}']],
    },
    { body: [{ $data: '${a}', $when: '${b}', $host: 'x', x: '${$root.name}' }] },
    {
      data: { text: 'a ?', title: '${a}' },
      text: { title: 'b ?' },
      title: ['c ?'],
      value: 'd ?',
      items: '${a}',
    },
    { text: '${a & b}', title: '${concat(a, b)}' },
    { text: '\\${a} $${b} ${name}', title: "${if(a, '\\n', \"'\")}" },
  ]
  const left = [
    { body: [{ $data: [{ a: 1 }, { a: '${b}' }], x: '${a}' }] },
    {
      body: [
        { $when: true, x: 1 },
        { $when: '', x: 2 },
      ],
    },
    {
      body: [
        { $when: '${true}', x: 1 },
        { $when: 'b ${a}', x: 2 },
      ],
    },
    { body: [{ type: '${a}', verb: 'x' }] },
    JSON.parse('{ "body": [{ "__proto__": { "x": 1 }, "y": "${a}" }] }') as object,
  ]

  it('becomes what the library makes of it', () => {
    for (const template of compiled) assert.ok(assertAlike(template, all), JSON.stringify(template))
  })

  it('is left to the library where its properties are of a kind that no card has', () => {
    for (const template of left) assert.ok(!assertAlike(template, all), JSON.stringify(template))
  })

  it('is left to a library that keeps elsewhere what it has parsed', () => {
    const template = new Template({ text: '${a}' })
    const other = { expand: context => template.expand(context) } as Template
    assert.deepEqual(createExpansion(() => other)({ a: 'x ?' }, false), { text: 'x\u202F?' })
  })
})
