/** Linked data for machines. "<" is written as an escape, so that no text in it can end the element. */
export function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, in which "<" cannot occur.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
