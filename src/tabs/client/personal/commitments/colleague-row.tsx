import { Button } from '@fluentui/react-components'
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import type { SharedCommitmentView } from '../../../contract/commitments.ts'
import { ColleagueStage } from '../../parts/commitments/colleague-stage.tsx'
import { type SameWording, standingIn } from '../../parts/commitments/same-wording.ts'
import { useSession } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { actName } from '../../parts/words/button-name.ts'

/** « Karim Benali · Direction du numérique » */
export function ColleagueName({ near }: { near: SharedCommitmentView }) {
  const { programme } = useSession()
  const direction = programme.directions.find(({ id }) => id === near.direction)?.name
  return <FactLine of={[near.author, direction]} />
}

type Props = { readonly near: SameWording; readonly begin: (near: SharedCommitmentView) => void }

/** What colleagues share in the same words, and « Moi aussi ». */
export function ColleagueRow({ near, begin }: Props) {
  const { translator, acting } = useSession()
  const one = standingIn(near)
  return (
    <>
      <p className="words">{one.text}</p>
      {near.all.map(each => (
        <div key={each.id}>
          <ColleagueName near={each} />
          <div className="commitment-line">
            <p>
              <ColleagueStage near={each} />
            </p>
            {each === one && one.joined && (
              <StateBadge tone="good">
                <Checkmark16Regular aria-hidden />
                {translator.say('commit.joined')}
              </StateBadge>
            )}
            {each === one && acting && !one.joined && !one.mine && (
              <Button
                size="small"
                aria-label={actName(translator, 'commit.me.too', one.text)}
                onClick={() => begin(one)}
              >
                {translator.say('commit.me.too')}
              </Button>
            )}
          </div>
        </div>
      ))}
    </>
  )
}
