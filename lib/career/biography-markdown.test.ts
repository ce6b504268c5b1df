import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, type Inline, isGroup, paragraphsIn } from '../text/markdown-tree'
import { readChapter, type WrittenLeaf } from './biography-markdown'

/** A tree as short HTML, with bindings and footnotes as they were written. */
function html(blocks: readonly Block<WrittenLeaf>[]): string {
  return blocks.map(block).join('')
}

function block(part: Block<WrittenLeaf>): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p>${part.children.map(inline).join('')}</p>`
    case 'heading':
      return `<h${part.level}>${part.children.map(inline).join('')}</h${part.level}>`
    case 'quote':
      return `<quote>${html(part.children)}</quote>`
    case 'list': {
      const items = part.items.map((item) => `<li>${html(item)}</li>`).join('')
      return part.start === null ? `<ul>${items}</ul>` : `<ol ${part.start}>${items}</ol>`
    }
  }
}

function inline(part: Inline<WrittenLeaf>): string {
  if (isGroup(part)) {
    const name = { emphasis: 'em', strong: 'strong', link: `a ${'href' in part ? part.href : ''}` }[part.kind]
    return `<${name}>${part.children.map(inline).join('')}</>`
  }
  return part.kind === 'text' ? part.text : part.kind === 'break' ? '<br>' : part.written
}

const written = (body: string) => paragraphsIn(readChapter(body)).map((leaves) => leaves.map(inline).join(''))

describe('Markdown is read as', () => {
  test.each([
    ['*He* ran **well**.', '<p><em>He</> ran <strong>well</>.</p>'],
    ['[The list](https://paper.example/a?b=c)', '<p><a https://paper.example/a?b=c>The list</></p>'],
    ['[A result](/results/7)', '<p><a /results/7>A result</></p>'],
    ['- one\n- two', '<ul><li><p>one</p></li><li><p>two</p></li></ul>'],
    ['3. three\n4. four', '<ol 3><li><p>three</p></li><li><p>four</p></li></ol>'],
    ['> He said so.\n> Twice.', '<quote><p>He said so. Twice.</p></quote>'],
    ['one  \ntwo\\\nthree', '<p>one<br>two<br>three</p>'],
    ['one\ntwo\n  three', '<p>one two three</p>'],
    ['### Deep\n\n##### Deeper\n\n# High', '<h1>Deep</h1><h2>Deeper</h2><h1>High</h1>'],
    ['# a\n\n## b\n\n### c\n\n#### d', '<h1>a</h1><h2>b</h2><h3>c</h3><h3>d</h3>'],
  ])('%j', (body, expected) => {
    expect(html(readChapter(body))).toBe(expected)
  })
})

describe('what is not understood shows what was typed', () => {
  test.each([
    '<script>alert(1)</script>',
    '<div>\n<b>x</b>\n</div>',
    '<img src=x onerror=alert(1)> and <!-- this -->',
    '<https://paper.example>',
    '&lt;b&gt; &amp; &#60;',
    '`code` and ``` more',
    '[name]: https://paper.example',
    '[name][other] and [name]',
    'a\n===',
    '---',
    '* * *',
    'A { brace, a } brace, {} and {',
  ])('%j', (body) => {
    expect(html(readChapter(body))).toBe(`<p>${body.replaceAll('\n', ' ')}</p>`)
  })

  test.each(['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'data:text/html,x', '//elsewhere.example', 'results/7', ''])(
    'a link to %j is its words',
    (address) => {
      expect(html(readChapter(`[here](${address})`))).toBe('<p>here</p>')
      expect(html(readChapter(`[here](<${address}>)`))).toBe('<p>here</p>')
    },
  )
})

describe('figures and footnotes are whole in Markdown', () => {
  const footnote = '[@asahi-2014: *page* _3_ (https://paper.example/_a_) `x` \\]'
  test.each([
    ['**{mark a_b_c}**', '<p><strong>{mark a_b_c}</></p>'],
    ['{mark a_b} and {mark c_d}', '<p>{mark a_b} and {mark c_d}</p>'],
    ['*{mark -a*}{place b*}*s', '<p><em>{mark -a*}{place b*}</>s</p>'],
    ['_{mark x}_.', '<p><em>{mark x}</>.</p>'],
    [`He **ran.**${footnote}`, `<p>He <strong>ran.</>${footnote}</p>`],
    [`${footnote}*So* it is.`, `<p>${footnote}<em>So</> it is.</p>`],
    [`${footnote}: and ${footnote}(no link)`, `<p>${footnote}: and ${footnote}(no link)</p>`],
    [`- {mark x}${footnote}\n- {gap x y}`, `<ul><li><p>{mark x}${footnote}</p></li><li><p>{gap x y}</p></li></ul>`],
    ['> {mark x}', '<quote><p>{mark x}</p></quote>'],
    ['## In {year x}', '<h1>In {year x}</h1>'],
    ['[He ran {mark x}](/results/x)', '<p><a /results/x>He ran {mark x}</></p>'],
    ['[there](https://paper.example/{mark x})', '<p>there</p>'],
    ['{mark\n x}', '<p>{mark x}</p>'],
    ['A {\n\nB }', '<p>A {</p><p>B }</p>'],
  ])('%j', (body, expected) => {
    expect(html(readChapter(body))).toBe(expected)
  })

  test('wherever they stand, each is read once, in order', () => {
    const token = fc.constantFrom('{mark a_b}', '{best 10-k*}', '[@asahi: *2*]', '[@list_1: [3, https://a.example/_b_]')
    const other = fc.constantFrom(
      '*',
      '**',
      '_',
      'a',
      ' ',
      '. ',
      '\\',
      '\n\n',
      '- ',
      '\n> ',
      '# ',
      '1. ',
      '[x',
      ']',
      '<b>',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(token, other), { maxLength: 40 }), (parts) => {
        const body = parts.join('').replaceAll('](', '] (')
        const expected = [...body.matchAll(/\{[^{}]*\}|\[@[^\]:\s]+(?::[^\]]*)?\]/g)].map(([found]) => found)
        const leaves = paragraphsIn(readChapter(body)).flat()
        const found = leaves.flatMap((leaf) => ('written' in leaf ? leaf.written : []))
        expect(found).toEqual(expected)
      }),
    )
  })
})

test.each([
  ['quotations', '>'.repeat(20_000)],
  ['lists', '- '.repeat(10_000)],
  ['numbers', '1. '.repeat(6_600)],
  ['brackets', '[a]('.repeat(5_000)],
])(
  '%s without end are read soon enough',
  (_what, body) => {
    expect(written(body).length).toBeGreaterThan(0)
  },
  4_000,
)
