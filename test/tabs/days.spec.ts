import { deepEqual, equal } from 'node:assert/strict'
import type { WholeLanguage } from '../../src/kernel/text/language.ts'
import { clockText, weekdaysText } from '../../src/tabs/client/organiser/programme/rule-texts.ts'
import { dayOffOf } from '../../src/tabs/client/organiser/workshops/fields/days-off.ts'
import {
  dayMonth,
  horizonText,
  isMonthEnd,
  monthEnds,
  plainDay,
} from '../../src/tabs/client/parts/words/days.ts'
import { voice } from './translators.ts'

const TODAY = '2027-05-17'

describe('days in the tab', () => {
  const text = (day: string, language: WholeLanguage = 'fr') => horizonText(day, TODAY, voice(language))

  it('names the last day of a month by the month', () => {
    equal(text('2027-09-30'), 'Fin septembre')
    equal(text('2027-09-30', 'en'), 'End of September')
  })

  it('says the year when it is another', () => {
    equal(text('2028-02-29'), 'Fin février 2028')
    equal(plainDay('2028-03-01', TODAY, voice('fr')), '1er\u00A0mars 2028')
    equal(dayMonth('2027-12-01', voice('fr')), '1er\u00A0déc.')
    equal(plainDay('2028-03-01', TODAY, voice('en')), '1\u00A0March 2028')
  })

  it('lists the days of a week as each language writes them, and the hours of a clock', () => {
    equal(weekdaysText(voice('fr'), ['monday', 'tuesday']), 'Lundi, mardi')
    equal(weekdaysText(voice('en'), ['monday', 'tuesday']), 'Monday, Tuesday')
    equal(clockText(voice('fr'), '07:00'), '7\u00A0h')
    equal(clockText(voice('en'), '07:00'), '7:00')
  })

  it('says how far a near horizon lies, on either side', () => {
    equal(text('2027-06-30'), 'Fin juin, dans 6 semaines')
    equal(text('2027-05-20'), '20\u00A0mai, dans 3 jours')
    equal(text(TODAY), '17\u00A0mai, aujourd’hui')
    equal(text('2027-04-30'), 'Fin avril, il y a 2 semaines')
  })

  it('offers month ends that leave a week at least', () => {
    deepEqual(monthEnds('2027-05-17', 3), ['2027-05-31', '2027-06-30', '2027-07-31'])
    deepEqual(monthEnds('2027-05-18', 2), ['2027-06-30', '2027-07-31'])
    deepEqual(monthEnds('2027-12-30', 3), ['2028-01-31', '2028-02-29', '2028-03-31'])
  })

  it('knows the last day of February', () => {
    equal(isMonthEnd('2027-02-28'), true)
    equal(isMonthEnd('2028-02-28'), false)
  })

  it('tells a day on which nobody works, and why', () => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
    const closures = [{ from: '2027-12-20', until: '2027-12-31' }]
    const off = (day: string) => dayOffOf({ days, closures, holidays: ['2027-07-14'] }, day)
    equal(off('2027-07-14'), 'holiday')
    equal(off('2027-12-31'), 'closure')
    equal(off('2027-06-12'), 'rest')
    equal(off('2027-06-14'), undefined)
  })
})
