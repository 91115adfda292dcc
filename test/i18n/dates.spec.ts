import assert from 'node:assert/strict'
import { dayText, timeText } from '../../src/i18n/dates.ts'

const PARIS = 'Europe/Paris'
const at = (iso: string) => Date.parse(iso)

describe('dates in words', () => {
  it('writes the day and the hour as French does', () => {
    const moment = at('2027-04-22T07:30:00Z')
    assert.equal(dayText(moment, 'fr', PARIS), 'jeudi 22\u00A0avril 2027')
    assert.equal(dayText(at('2027-12-01T07:30:00Z'), 'fr', PARIS), 'mercredi 1er\u00A0décembre 2027')
    assert.equal(dayText(at('2027-12-21T07:30:00Z'), 'fr', PARIS, false), 'mardi 21\u00A0décembre')
    assert.equal(timeText(moment, 'fr', PARIS), '9\u00A0h\u00A030')
    assert.equal(timeText(at('2027-04-22T16:00:00Z'), 'fr', PARIS), '18\u00A0h')
    assert.equal(timeText(at('2027-04-21T22:00:00Z'), 'fr', PARIS), '0\u00A0h')
  })

  it('writes the day and the hour as British English does', () => {
    const moment = at('2027-04-22T07:30:00Z')
    assert.equal(dayText(moment, 'en', PARIS), 'Thursday 22\u00A0April 2027')
    assert.equal(dayText(at('2027-12-01T07:30:00Z'), 'en', PARIS), 'Wednesday 1\u00A0December 2027')
    assert.equal(timeText(moment, 'en', PARIS), '9:30')
  })
})
