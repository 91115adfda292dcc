import type { Words } from '../../src/i18n/words.ts'
import type { WholeLanguage } from '../../src/kernel/text/language.ts'
import { announce, ask, nonce, openSite, seat } from '../e2e/site.ts'
import { CAMILLE, KARIM } from '../support/sign-in/cast.ts'
import { CONTENT, type Content } from './content.ts'
import { isHeard, type Listening } from './listening.ts'
import { inLanguage, type Path } from './path.ts'

/** A vote, a workshop, an idea of a colleague and a commitment of her own: what an agent may find. */
async function openBusySite(language: WholeLanguage) {
  const { question, options, idea } = CONTENT[language]
  const site = await openSite()
  const agent = inLanguage(CAMILLE, language)
  await seat(site, agent)
  await site.api(agent).put('/me', { language })
  await site.api(KARIM).post('/ideas', { nonce: nonce(), axis: 'equipe', text: idea })
  const taken = { axis: 'usager', text: CONTENT[language].commitment, horizon: '2027-06-30' }
  await site.api(agent).post('/commitments', { nonce: nonce(), ...taken })
  await announce(site)
  await ask(site, question, '2027-05-21', [...options])
  return { site, agent }
}

/** Opened, sent without a choice, chosen, sent, closed. */
async function vote(at: Listening, { say }: Words, { question, options }: Content) {
  at.begin('vote')
  const act = say('tab.act', { act: say('ballot.vote'), text: question })
  await at.tabTo(act)
  await at.press('Return')
  await at.focused(options[0])
  await at.tabTo(say('ballot.vote'))
  const rule = say('ballot.rules.open', { date: '#', time: '#', audience: '#' }).split('#')[0] ?? ''
  at.hold(isHeard(at.since(), rule), 'that the vote is kept with one’s name is not heard before it is sent')
  const refused = await at.press('Return')
  at.hold(isHeard(refused, say('refusal.choice-missing')), 'a vote without a choice is refused in silence')
  await at.press('space')
  await at.tabTo(say('ballot.vote'))
  const sent = await at.press('Return')
  at.hold(isHeard(sent, say('ballot.registered')), 'a vote is recorded in silence')
  const back = await at.press('Escape')
  await at.focused(say('ballot.change'))
  at.hold(isHeard(back, say('ballot.change')), 'the focus goes back without a word')
}

/** Sent empty, then filled. */
async function commit(at: Listening, { say }: Words, { commitment }: Content) {
  at.begin('commitment')
  await at.tabTo(say('commit.take'))
  await at.press('Return')
  await at.focused(say('idea.axis'))
  await at.tabTo(say('commit.take'))
  const refused = await at.press('Return')
  at.hold(isHeard(refused, say('refusal.axis-missing')), 'a commitment without an axis is refused in silence')
  await at.press('Down')
  await at.tabTo(say('commit.text'))
  await at.type(commitment)
  await at.tabTo(say('commit.take'))
  const sent = await at.press('Return')
  const taken = say('tab.commit.taken', { date: '#' }).split('#')[0] ?? ''
  at.hold(isHeard(sent, taken), 'a commitment is made in silence')
  await at.focused(commitment)
}

/** « Mon espace » from top to bottom, a vote, a commitment. */
export const AGENT: Path = {
  async open(language) {
    const { site, agent } = await openBusySite(language)
    return { site, who: agent, options: {} }
  },
  async follow(at, words, content) {
    at.begin('top to bottom')
    await at.readAll()
    at.hold(isHeard(at.since(), words.say('tab.title')), 'the page does not say what it is')
    await vote(at, words, content)
    await commit(at, words, content)
  },
}
