/** The mark of the house: two branches of laurel. */
export function Laurel({ size = 26 }: { size?: number }) {
  const leaf = 'c3-1 4-4 2.5-6.5-3 1-4 4-2.5 6.5z'
  const branch = `M13 24.5c-5-1-8.5-5-8.5-10.5M4.5 17${leaf}M6.5 21${leaf}M4.2 12.5${leaf}`
  return (
    <svg viewBox="0 0 26 26" width={size} height={size} fill="currentColor" aria-hidden="true">
      <path d={branch} />
      <path d={branch} transform="matrix(-1 0 0 1 26 0)" />
    </svg>
  )
}
