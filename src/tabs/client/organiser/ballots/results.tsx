import '../../parts/panels/details.css'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { BallotSheet } from '../../../contract/ballots/sheets.ts'
import { DataTable } from '../../parts/lists/data-table.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { rulesText } from '../../parts/words/ballot-texts.ts'
import { channelsText } from '../../parts/words/channel-text.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { turnoutOf } from './stage.tsx'

type Option = BallotSheet['options'][number]

/** Denominator of a share: all points where points are shared out, else all voters. */
function wholeOf({ kind, options, votes }: BallotSheet): number {
  return kind === 'dots' ? options.reduce((sum, option) => sum + (option.votes ?? 0), 0) : votes
}

function countOf({ kind }: BallotSheet, { votes }: Option, { say }: Translator): string {
  if (votes === undefined) return ''
  return kind === 'dots' ? say('ballot.points', { count: votes }) : say('ballot.count', { count: votes })
}

/** Of no votes at all there is no share. */
function shareOf(sheet: BallotSheet, { votes }: Option, translator: Translator): string {
  const whole = wholeOf(sheet)
  if (votes === undefined || whole === 0) return ''
  const share = translator.share(votes, whole)
  return translator.say(sheet.kind === 'dots' ? 'ballot.share.dots' : 'tab.ballot.share', { share })
}

function directionsOf({ supports }: BallotSheet, { id }: Option, { say }: Translator): string {
  const count = supports.find(({ option }) => option === id)?.count
  return count === undefined ? '' : say('ballot.directions', { count })
}

/** Text left, bold count right; the bar only repeats it. */
function Bar({ sheet, option }: { sheet: BallotSheet; option: Option }) {
  const { translator } = useSession()
  const whole = wholeOf(sheet)
  const width = whole === 0 ? 0 : Math.round((100 * (option.votes ?? 0)) / whole)
  const notes = [shareOf(sheet, option, translator), directionsOf(sheet, option, translator)].filter(Boolean)
  return (
    <li className="ballot-option">
      <span>{option.title}</span>
      <strong>{countOf(sheet, option, translator)}</strong>
      {option.votes !== undefined && (
        <span className="ballot-bar" aria-hidden="true">
          <span style={{ width: `${width}%` }} />
        </span>
      )}
      {notes.length > 0 && <span className="quiet ballot-notes">{notes.join(' · ')}</span>}
    </li>
  )
}

/** Options by what they got once it has closed, before that in their order, as bars or as a table; the rules, and where it is. */
export function Results({ sheet }: { sheet: BallotSheet }) {
  const { translator } = useSession()
  const { say } = translator
  const [tabled, setTabled] = useState(false)
  const told = sheet.options.some(({ votes }) => votes !== undefined)
  const closed = sheet.stage === 'closed'
  const options = closed ? sheet.options.toSorted((a, b) => (b.votes ?? 0) - (a.votes ?? 0)) : sheet.options
  const begun = (sheet.stage === 'open' || closed) && !sheet.cancelled
  const shown = told && begun
  const places = channelsText(sheet.places, translator)
  const turnout = sheet.cancelled ? '' : turnoutOf(sheet, translator)
  const bare = options.map(({ votes: _, ...option }) => option)
  return (
    <Panel
      title={say(closed && !sheet.cancelled ? 'ballot.results' : 'ballots.options')}
      action={
        shown &&
        sheet.votes > 0 && (
          <Button
            appearance="transparent"
            className="more"
            aria-expanded={tabled}
            onClick={() => setTabled(!tabled)}
          >
            {say(tabled ? 'ballots.bars' : 'direction.table')}
          </Button>
        )
      }
    >
      {turnout && <p>{turnout}</p>}
      {sheet.stage === 'open' && !told && <p className="quiet">{say('ballot.rules.atClose')}</p>}
      {tabled && shown ? (
        <DataTable
          caption={say('ballot.results')}
          rows={options}
          idOf={({ id }) => id}
          columns={[
            { id: 'title', head: say('ballots.option'), cell: ({ title }) => title },
            {
              id: 'votes',
              head: say('ballots.votes'),
              numeric: true,
              cell: each => countOf(sheet, each, translator),
            },
            {
              id: 'share',
              head: say('ballots.share'),
              numeric: true,
              cell: each => shareOf(sheet, each, translator),
            },
            {
              id: 'directions',
              head: say('ballots.support'),
              cell: each => directionsOf(sheet, each, translator),
            },
          ]}
        />
      ) : (
        <ul className="ballot-options">
          {(shown ? options : bare).map(option => (
            <Bar key={option.id} sheet={sheet} option={option} />
          ))}
        </ul>
      )}
      {closed && sheet.supports.length > 0 && <p className="quiet">{say('ballot.small')}</p>}
      <details className="unfold">
        <summary>{say('ballots.rules')}</summary>
        <p>{rulesText(translator, sheet)}</p>
      </details>
      <p className="quiet">
        {places === '' ? say('ballots.places.none') : say('plan.channels', { channels: places })}
      </p>
    </Panel>
  )
}
