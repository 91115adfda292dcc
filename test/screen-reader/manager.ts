import type { WaitingView } from '../../src/tabs/contract/ideas/ideas.ts'
import { ODILE, openDirections } from '../e2e/directions.ts'
import { isHeard } from './listening.ts'
import { inLanguage, type Path } from './path.ts'

const WAITING = '/directions/mobilites/waiting'

/** « Ma Direction » from top to bottom, then an answer, sent empty first. */
export const MANAGER: Path = {
  async open(language) {
    const site = await openDirections()
    const who = inLanguage(ODILE, language)
    await site.api(who).put('/me', { language })
    return { site, who, options: { tab: 'direction' } }
  },
  async follow(at, { say }, { answer }, site) {
    const [idea] = (await site.api(ODILE).get<WaitingView>(WAITING)).items
    at.begin('top to bottom')
    await at.readAll()
    at.hold(isHeard(at.since(), idea?.text ?? '?'), 'what waits for an answer is not read')
    at.begin('answer')
    await at.tabTo(say('direction.answer', { name: idea?.author ?? '' }))
    await at.tabTo(say('direction.reply'))
    const refused = await at.press('Return')
    at.hold(isHeard(refused, say('refusal.empty-text')), 'an empty answer is refused in silence')
    await at.type(answer)
    await at.tabTo(say('direction.reply'))
    const sent = await at.press('Return')
    at.hold(isHeard(sent, say('direction.answered.said')), 'an answer is saved in silence')
    at.hold(isHeard(sent, answer), 'the focus does not go to what was answered')
  },
}
