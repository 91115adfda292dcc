import assert from 'node:assert/strict'
import { CAMILLE, mailOf } from '../sign-in/cast.ts'
import { type FakeEndpoint, startEndpoint } from './endpoint.ts'

const SCHEMA = {
  type: 'object',
  properties: { a: { type: 'string' } },
  required: ['a'],
  additionalProperties: false,
}
const HEADERS = {
  authorization: 'Bearer sk-never-said',
  'content-type': 'application/json',
  'x-request-id': 'one',
}
const items = (text: string) => JSON.stringify([{ alias: 'i1', text }])
const messages = (text: string) => [
  { role: 'system', content: 'Réponds.' },
  { role: 'user', content: items(text) },
]
const formatOf = (schema: unknown) => ({
  type: 'json_schema',
  json_schema: { name: 'a', strict: true, schema },
})
const BODY = {
  model: 'albert-large',
  messages: messages('Une idée'),
  temperature: 0,
  max_tokens: 100,
  stream: false,
  response_format: formatOf(SCHEMA),
}

describe('the strict endpoint of a language model', () => {
  let endpoint: FakeEndpoint
  beforeEach(async () => {
    endpoint = await startEndpoint()
  })
  afterEach(() => endpoint.close())

  async function faultsOf(body: object, headers: object = {}, path = '/chat/completions') {
    const response = await fetch(`${endpoint.settings.url}${path}`, {
      method: 'POST',
      headers: { ...HEADERS, ...headers },
      body: JSON.stringify(body),
    })
    await response.body?.cancel()
    return endpoint.faults.splice(0)
  }

  it('takes what the product sends', async () => assert.deepEqual(await faultsOf(BODY), []))

  const wrong: [what: string, body: object, fault: RegExp][] = [
    ['an unknown field', { ...BODY, tools: [] }, /^body: unknown field tools$/],
    ['another temperature', { ...BODY, temperature: 0.7 }, /^body: temperature$/],
    ['a stream', { ...BODY, stream: true }, /^body: stream$/],
    ['another model', { ...BODY, model: 'gpt' }, /^body: model$/],
    ['an answer without end', { ...BODY, max_tokens: 9_000 }, /^body: max_tokens$/],
    ['a body over size', { ...BODY, messages: messages('x'.repeat(64_000)) }, /^body: over size$/],
    [
      'rules as a user',
      { ...BODY, messages: messages('x').map(each => ({ ...each, role: 'user' })) },
      /^messages: roles user,user$/,
    ],
    [
      'prose for data',
      { ...BODY, messages: [messages('x')[0], { role: 'user', content: 'Voici' }] },
      /^messages: the user’s is no list/,
    ],
    ['no schema', { ...BODY, response_format: { type: 'json_object' } }, /^response_format: no JSON schema$/],
    ['an invalid schema', { ...BODY, response_format: formatOf({ type: 'texte' }) }, /^schema: /],
    [
      'an open schema',
      { ...BODY, response_format: formatOf({ ...SCHEMA, additionalProperties: true }) },
      /^schema: the object at # is not closed/,
    ],
    ['a GUID', { ...BODY, messages: messages(`de ${CAMILLE.objectId}`) }, /^leak: a GUID$/],
    ['an address', { ...BODY, messages: messages(`à ${mailOf(CAMILLE)}`) }, /^leak: an e-mail address$/],
    ['a link', { ...BODY, messages: messages('voir https://x') }, /^leak: a link$/],
    ['a phone number', { ...BODY, messages: messages('au 05 61 33 50 50') }, /^leak: a phone number$/],
    ['a name', { ...BODY, messages: messages(`de ${CAMILLE.name}`) }, /^leak: the name of a person$/],
  ]
  for (const [what, body, fault] of wrong)
    it(`names ${what}`, async () => {
      const [first = '', ...more] = await faultsOf(body)
      assert.match(first, fault)
      assert.deepEqual(more, [])
    })

  it('names a wrong path, a header that it does not know, and a key that is not its own', async () => {
    assert.deepEqual(await faultsOf(BODY, {}, '/completions'), ['path: POST /v1/completions'])
    assert.deepEqual(await faultsOf(BODY, { 'x-stainless-os': 'Linux' }), ['header: unknown x-stainless-os'])
    assert.deepEqual(await faultsOf(BODY, { authorization: 'Bearer other' }), ['header: authorization'])
  })
})
