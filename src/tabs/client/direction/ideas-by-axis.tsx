import type { FiguresView } from '../../contract/figures.ts'
import { AxisMark } from '../page/emblem.tsx'
import { axisOf, useGround } from '../page/ground.tsx'
import { amount, pairAmount } from './amounts.ts'
import { Patterns, StackedBar, Swatch } from './bars.tsx'
import { ChartPanel, type Table } from './chart-panel.tsx'

type Ideas = FiguresView['ideas']

function useNames(ideas: Ideas): string[] {
  const { speech, programme } = useGround()
  return ideas.map(({ axis }) => axisOf(programme, axis)?.title ?? speech.say('direction.noAxis'))
}

function useTable(ideas: Ideas): Table {
  const { speech } = useGround()
  const { say } = speech
  const names = useNames(ideas)
  const rows = ideas.map(({ received, answered, total }, at) => [
    names[at] ?? '',
    ...[received, answered].map(count => amount(count, speech)),
    pairAmount(total, speech),
  ])
  return {
    head: [say('idea.axis'), say('direction.received'), say('direction.replied'), say('direction.total')],
    rows,
  }
}

function Legend() {
  const { say } = useGround().speech
  return (
    <ul className="legend">
      <li>
        <Swatch fill="dots" /> {say('direction.received')}
      </li>
      <li>
        <Swatch fill="hatch" /> {say('direction.replied')}
      </li>
    </ul>
  )
}

/** Ideas under each axis in the programme's order, those that wait dotted, those with an answer hatched. */
export function IdeasByAxis({ ideas: all }: { ideas: Ideas }) {
  const { speech, programme } = useGround()
  // No axis is none of the programme's: it has a line only when there is something to say.
  const ideas = all.filter(({ axis, total }) => axis !== '' || total > 0)
  const names = useNames(ideas)
  const most = Math.max(...ideas.map(({ total }) => total))
  return (
    <ChartPanel title={speech.say('direction.byAxis')} table={useTable(ideas)}>
      <Patterns />
      <ul className="stacks">
        {ideas.map(({ axis, received, answered, total }, at) => (
          <li key={axis}>
            <AxisMark axis={axisOf(programme, axis)} />
            <span className="stack-name">{names[at]}</span>
            <strong>{pairAmount(total, speech)}</strong>
            <StackedBar
              most={most}
              parts={[
                { fill: 'dots', value: received },
                { fill: 'hatch', value: answered },
              ]}
            />
          </li>
        ))}
      </ul>
      <Legend />
    </ChartPanel>
  )
}
