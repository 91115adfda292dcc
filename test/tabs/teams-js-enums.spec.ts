import { equal } from 'node:assert/strict'
import { runInNewContext } from 'node:vm'
import { asValues } from '../../src/tabs/build/teams-js-enums.ts'

const WRITTEN =
  'var a,b,c;c=7,!function(t){t.One="one",t.Two="two"}(a||(a={})),function(n){n[n.Low=3]="Low"}(b||(b={}));'
const READ = 'JSON.stringify({ a, b, c })'

describe('the enumerations of teams-js', () => {
  it('are each a value of its own, the same as it was', () => {
    const values = asValues(WRITTEN)
    equal(
      values,
      'var a=/*#__PURE__*/function(t){t.One="one",t.Two="two";return t}({});' +
        'var b=/*#__PURE__*/function(n){n[n.Low=3]="Low";return n}({});var c;c=7,0,0;',
    )
    equal(runInNewContext(values + READ), runInNewContext(WRITTEN + READ))
  })

  it('stay as they are where they are declared in another way, and so does what only looks like one', () => {
    for (const code of [
      'let d;!function(t){t.One="one"}(d||(d={}));',
      'var e;!function(t){t.run=function(){return 1}}(e||(e={}));',
    ])
      equal(asValues(code).replaceAll(';var', ','), code)
  })
})
