import assert from 'node:assert/strict'
import { findings, tableOf } from './findings.ts'
import type { Look } from './pages.ts'
import { faultOfPaper } from './paper.ts'

const look = (change: Partial<Look> = {}): Look => ({
  page: 'personal 360',
  headings: ['1 Mon espace', '2 Idées · 3'],
  wider: 0,
  faults: [],
  ...change,
})
const seen = (
  looks: readonly Look[],
  played = [{ act: 'vote' }] as readonly { act: string; fault?: string }[],
) => ({
  engine: 'WPE WebKit 2.48.3',
  looks,
  played,
  seconds: 9,
})

describe('what other engines show', () => {
  it('is right where it is what Chromium shows, whatever is counted', () => {
    const other = look({ headings: ['1 Mon espace', '2 Idées · 12', '3 Une de plus'] })
    assert.deepEqual(findings(seen([other]), [look()]), [])
  })

  it('is wrong where a page is too wide, complains or lacks a heading, and where an act stops', () => {
    const wrong = look({ headings: ['1 Mon espace'], wider: 12, faults: ['policy: style-src inline'] })
    assert.deepEqual(findings(seen([wrong], [{ act: 'vote', fault: 'no dialog' }]), [look()]), [
      'personal 360: 12 px wider than its window',
      'personal 360: policy: style-src inline',
      'personal 360: no heading «2 Idées · 3»',
      'vote: no dialog',
    ])
  })

  it('is right where a list is in another order, and wrong where it is shorter', () => {
    const chromium = look({ headings: ['1 Mon espace', '3 Le relais', '3 La boussole'] })
    const other = look({ headings: ['1 Mon espace', '3 La boussole', '3 Le carnet'] })
    assert.deepEqual(findings(seen([other]), [chromium]), [])
    const shorter = look({ headings: ['1 Mon espace', '3 La boussole'] })
    assert.deepEqual(findings(seen([shorter]), [chromium]), ['personal 360: headings in lists: 1 missing'])
  })

  it('is counted in a line for each engine', () => {
    const looks = [look(), look({ page: 'gallery 360', headings: [], wider: 3 })]
    const known = looks.map(({ page }) => look({ page }))
    const [, line = ''] = tableOf([seen(looks)], known).split('\n')
    assert.deepEqual(line.split(/ {2,}/), ['WPE WebKit 2.48.3', '2', '1', '0', '1', '1 of 1', '9'])
  })

  it('is right on paper with its heading and figures, on a few sheets', () => {
    assert.equal(faultOfPaper('Direction des mobilités\n24 personnes\f'), undefined)
    assert.match(faultOfPaper('24 personnes') ?? '', /heading/)
    assert.match(faultOfPaper('Direction des mobilités') ?? '', /figures/)
    assert.match(faultOfPaper('Direction des mobilités 24\f'.repeat(9)) ?? '', /9 sheets/)
  })
})
