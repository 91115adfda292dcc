import { Button } from '@fluentui/react-components'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { ActFailure, type ActState, useAct } from '../../parts/actions/action.tsx'
import { IdeaDecision } from '../../parts/ideas/idea-answer.tsx'
import { IdeaFacts, IdeaStateBadge, IdeaText } from '../../parts/ideas/idea-text.tsx'
import { SupportAct } from '../../parts/ideas/support-button.tsx'
import { NextSteps } from '../../parts/steps/lines.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { CommentButton } from './comment-button.tsx'
import { InitiativeLink } from './initiative-link.tsx'

function SupportButton({ idea, act }: { idea: IdeaView; act: ActState }) {
  const { translator, acts } = usePersonalTab()
  const { id, text, supported } = idea
  const done = translator.say(supported ? 'idea.unsupported' : 'idea.supported')
  const press = () => void act.run(() => acts.support(id, !supported), done, true)
  return <SupportAct supported={supported} text={text} act={act} size="small" onPress={press} />
}

/** An idea of somebody else: to support, to make one's own, to follow. */
export default function ColleagueIdea({ idea }: { idea: IdeaView }) {
  const { translator, acting, open } = usePersonalTab()
  const act = useAct()
  return (
    <div className="idea">
      <IdeaText idea={idea} />
      <div className="idea-standing">
        {idea.state !== 'received' && <IdeaStateBadge state={idea.state} />}
        <IdeaFacts idea={idea} />
      </div>
      {idea.state === 'aside' && <IdeaDecision state={idea.state} decision={idea.decision} />}
      <NextSteps next={idea.next} />
      <div className="acts">
        {acting && !idea.wroteJoined && <SupportButton idea={idea} act={act} />}
        {acting && (
          <Button
            size="small"
            appearance="subtle"
            className="plain"
            aria-label={actName(translator, 'commit.take', idea.text)}
            onClick={() => open({ kind: 'commit', axis: idea.axis, idea })}
          >
            {translator.say('commit.take')}
          </Button>
        )}
        <InitiativeLink idea={idea} />
        <CommentButton idea={idea} />
      </div>
      <ActFailure act={act} />
    </div>
  )
}
