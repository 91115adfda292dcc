import assert from 'node:assert/strict'
import fc from 'fast-check'
import { element, htmlPage } from '../../src/files/html.ts'

const PAGE = { language: 'fr', title: 'Un titre', description: 'Une page', css: 'p{margin:0}' }

describe('markup made of texts', () => {
  it('escapes texts and attributes, and leaves out what is not there', () => {
    const made = element('p', { title: '"><b>', lang: undefined }, 'a < b & c', undefined, [
      element('br', {}),
      'd',
    ])
    assert.equal(String(made), '<p title="&quot;&gt;&lt;b&gt;">a &lt; b &amp; c<br>d</p>')
  })

  it('never lets a text open or close anything, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const made = String(element('p', { title: text }, text))
        assert.equal(made.split('<').length, 3)
        assert.equal(made.split('"').length, 3)
      }),
    )
  })

  it('refuses a style sheet that could end itself', () => {
    assert.throws(() => htmlPage({ ...PAGE, css: '</style><script>', body: '' }), /style sheet/)
  })
})

describe('a page that somebody opens anywhere', () => {
  it('says its language and its title, and forbids whatever is not its own style', () => {
    const page = htmlPage({ ...PAGE, title: '</title><script>', body: element('main', {}, 'Bonjour') })
    assert.match(page, /^<!doctype html>\n<html lang="fr"><head><meta charset="utf-8">/)
    assert.match(page, /<title>&lt;\/title&gt;&lt;script&gt;<\/title>/)
    assert.match(
      page,
      /content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/,
    )
    assert.match(page, /<body><main>Bonjour<\/main><\/body><\/html>\n$/)
  })
})
