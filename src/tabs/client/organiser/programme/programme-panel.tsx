import '../../parts/panels/details.css'
import { number } from '../../../../i18n/format.ts'
import type { WholeProgrammeView } from '../../../contract/programme/method.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Emblem } from '../../parts/panels/axis-emblem.tsx'
import { NamedIcon } from '../../parts/panels/axis-icons.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { plainDay } from '../../parts/words/days.ts'
import { Erased, Kept } from './retention-panel.tsx'
import { clockText, measuresText, ruleText, weekdaysText, whenText } from './rule-texts.ts'
import { thresholdText } from './threshold-texts.ts'

type Props = { readonly whole: WholeProgrammeView }

const STATES = {
  done: { key: 'method.phase.done', tone: 'neutral' },
  current: { key: 'method.phase.current', tone: 'brand' },
  coming: { key: 'method.phase.coming', tone: 'neutral' },
} as const

function Axes({ whole: { axes } }: Props) {
  const { say } = useSession().translator
  return (
    <Panel title={say('method.axes', { count: axes.length })}>
      <ul className="method-axes">
        {axes.map(axis => (
          <li key={axis.id}>
            <Emblem axis={axis} />
            <div>
              <p className="words">{axis.title}</p>
              <p>{axis.promise}</p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Phases({ whole: { phases } }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const day = (date: string) => plainDay(date, programme.today, translator)
  return (
    <Panel title={say('method.phases')}>
      <ol className="method-list">
        {phases.map(({ id, title, icon, from, until, state }) => (
          <li key={id}>
            <NamedIcon name={icon} />
            <span>
              <strong>{title}</strong>{' '}
              <span className="quiet">{say('method.span', { from: day(from), until: day(until) })}</span>
            </span>
            <StateBadge tone={STATES[state].tone}>{say(STATES[state].key)}</StateBadge>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

/** Days in a row: a line ends between two of them only. */
function listText(days: readonly string[]): string {
  return days.map(day => day.replaceAll(' ', '\u00A0')).join('\u00A0· ')
}

function Calendar({ whole }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { days, from, until, country, region, closures, holidays } = whole.calendar
  const day = (date: string) => plainDay(date, programme.today, translator)
  const spans = closures.map(each => say('method.span', { from: day(each.from), until: day(each.until) }))
  const place = region === undefined ? country : `${country} ${region}`
  const facts = [
    [say('method.week'), weekdaysText(translator, days)],
    [
      say('method.hours'),
      say('method.from', { from: clockText(translator, from), until: clockText(translator, until) }),
    ],
    [say('method.zone'), whole.zone],
    [say('method.closures'), spans.join('\u00A0· ') || say('method.none')],
    [
      say('method.holidays', { place }),
      holidays ? listText(holidays.map(day)) || say('method.none') : say('method.holidays.unread'),
    ],
    [say('method.perWeek'), say('method.perWeek.count', { count: whole.perWeek })],
    [say('method.figureWeeks'), say('method.weeks', { count: whole.figureWeeks })],
    [
      say('method.thresholds'),
      whole.thresholds.map(each => thresholdText(translator, each)).join('\u00A0· ') || say('method.none'),
    ],
    [say('method.themes'), whole.themes.join('\u00A0· ') || say('method.none')],
    [say('method.axes.ids'), whole.axes.map(({ id }) => id).join('\u00A0· ')],
    [say('method.language'), say(whole.language === 'fr' ? 'method.language.fr' : 'method.language.en')],
  ] as const
  return (
    <Panel title={say('method.calendar')}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

/** Data controller and notice as shown to everybody, with what is missing. */
function Privacy() {
  const { translator, programme } = useSession()
  const { say } = translator
  const { controller, contact, url } = programme.privacy
  const facts = [
    [say('method.privacy.controller'), controller],
    [say('method.privacy.contact'), contact],
    [say('method.privacy.notice'), url],
  ] as const
  return (
    <Panel title={say('method.privacy')}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? say('method.privacy.none')}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function Directions({ whole: { directions } }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const all = directions.reduce((sum, { headcount }) => sum + headcount, 0)
  const columns: readonly TableColumn<(typeof directions)[number]>[] = [
    { id: 'name', head: say('gallery.direction'), cell: ({ name }) => name },
    { id: 'id', head: say('method.column.id'), cell: ({ id }) => <code>{id}</code> },
    {
      id: 'headcount',
      head: say('method.column.headcount'),
      cell: ({ headcount }) => number(headcount, translator.language),
      numeric: true,
    },
  ]
  const title = say('method.directions', {
    count: directions.length,
    agents: number(all, translator.language),
  })
  return (
    <Panel title={title}>
      <DataTable caption={title} rows={directions} idOf={({ id }) => id} columns={columns} />
    </Panel>
  )
}

function Rules({ whole: { nudges } }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const columns: readonly TableColumn<(typeof nudges)[number]>[] = [
    { id: 'rule', head: say('method.column.rule'), cell: rule => ruleText(translator, rule) },
    { id: 'when', head: say('method.column.when'), cell: rule => capitalised(whenText(translator, rule)) },
    {
      id: 'measures',
      head: say('method.column.measures'),
      cell: rule => capitalised(measuresText(translator, rule)),
    },
  ]
  return (
    <Panel title={say('method.nudges')}>
      {nudges.length === 0 ? (
        <p>{say('method.nudges.none')}</p>
      ) : (
        <DataTable caption={say('method.nudges')} rows={nudges} idOf={({ id }) => id} columns={columns} />
      )}
    </Panel>
  )
}

function OwnWords({ whole: { words } }: Props) {
  const { say } = useSession().translator
  if (words.length === 0) return null
  return (
    <details className="card panel unfold own-words">
      <summary>{say('method.words', { count: words.length })}</summary>
      <dl>
        {words.map(({ language, key, text }) => (
          <div key={`${language} ${key}`}>
            <dt>
              <code>{key}</code> <span className="quiet">{language}</span>
            </dt>
            <dd lang={language}>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** All that the running programme says, in words: its axes and phases first. `open`: the rest is not folded. */
export function ProgrammePanel({ whole, open }: Props & { readonly open: boolean }) {
  const { say } = useSession().translator
  return (
    <>
      <div className="method-pair">
        <Axes whole={whole} />
        <Phases whole={whole} />
      </div>
      <details className="card panel unfold method-rest" open={open}>
        <summary>{say('method.rest')}</summary>
        <div className="method-column">
          <div className="method-pair">
            <div className="method-column">
              <Calendar whole={whole} />
              <Privacy />
            </div>
            <div className="method-column">
              <Kept whole={whole} />
              <Erased whole={whole} />
            </div>
          </div>
          <Rules whole={whole} />
          <Directions whole={whole} />
          <OwnWords whole={whole} />
        </div>
      </details>
    </>
  )
}
