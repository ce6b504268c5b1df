/** Looks of a boxed code beside a mark. */
export const tagClass = {
  gold: 'tag',
  quiet: 'tag text-quiet',
  champ: 'tag text-champ',
}
