type Kind = 'num' | 'num mark' | 'num wide' | 'wide' | 'sr-only'

/** A name; the class of the column (`sr-only`: its name is only read out); what the name is short for. */
type Column = string | readonly [name: string, kind: Kind, title?: string]

/** The head of a table: a row of its columns' names. */
export function TableHead({ columns }: { columns: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const [name, kind, title]: readonly [string, Kind?, string?] = typeof column === 'string' ? [column] : column
          if (kind === 'sr-only') {
            return (
              <th key={name} scope="col">
                <span className="sr-only">{name}</span>
              </th>
            )
          }
          return (
            <th key={name} scope="col" className={kind}>
              {title ? <abbr title={title}>{name}</abbr> : name}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
